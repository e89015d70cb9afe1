"""Finding records of all kinds by their names, for the page behind Ctrl+K.

What a kind of record is found by stands in its line of the menu: `menu_item(…, found_by=…)`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q
from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext

from upendo.desk.addresses import form_of, list_of
from upendo.desk.menu import Condition, MenuItem, allowed_items
from upendo.desk.words import Words

if TYPE_CHECKING:
    from django.contrib.admin import AdminSite

MOST = 6  # records of one kind; its list has the rest

# People type whichever apostrophe their keyboard has in a name such as Ng'wana.
_BETWEEN_WORDS = re.compile("[\\s'`\u00b4\u02bb\u02bc\u2018\u2019]+")


@dataclass(frozen=True)
class Line:
    """A record or a page that was found."""

    title: Words
    url: str


@dataclass(frozen=True)
class Found:
    """What was found of one kind. `more` is where the rest is, if there is more."""

    title: Words
    icon: str
    lines: list[Line]
    more: str = ""


def words_in(*fields: str) -> Condition:
    """Find records that have every word somewhere in these fields, in upper or lower case.

    Every row of the table is looked at: it is for kinds of which there are thousands at most.
    """

    def condition(text: str) -> Q:
        return _all(
            _any(Q((f"{field}__icontains", word)) for field in fields) for word in words_of(text)
        )

    return condition


def words_of(text: str) -> list[str]:
    """Return the words of a name, as far as every keyboard writes them in the same way."""
    return [word for word in _BETWEEN_WORDS.split(text) if word]


def find(site: "AdminSite", request: HttpRequest, text: str) -> list[Found]:
    """Return what this person may see and what has such a name, in the order of the menu."""
    if not words_of(text):
        return []
    items = allowed_items(request)
    pages = [Line(item.title, item.url()) for item in items if text.lower() in item.title.lower()]
    found = [
        Found(gettext("Pages"), "web", pages),
        *(_records(site, request, item, text) for item in items),
    ]
    return [kind for kind in found if kind.lines]


def _records(site: "AdminSite", request: HttpRequest, item: MenuItem, text: str) -> Found:
    model, keys = item.model, []
    if model and item.found_by:
        admin = site.get_model_admin(model)
        rows = admin.get_queryset(request).filter(item.found_by(text))
        keys = list(rows.values_list("pk", flat=True)[: MOST + 1])
    if model is None or not keys:
        return Found(item.title, item.icon, [])
    address = f"{list_of(model)}?{urlencode({'q': text})}" if len(keys) > MOST else ""
    lines = [Line(_title(record), form_of(record)) for record in _read(admin, keys[:MOST])]
    return Found(item.title, item.icon, lines, address)


def _read(admin: Any, keys: list[Any]) -> Iterable[Model]:
    """Return records in the order of their keys, without what only their list shows of them."""
    related = admin.list_select_related or [None]
    rows = admin.model._default_manager.select_related(*related).in_bulk(keys)
    return [rows[key] for key in keys if key in rows]


def _title(record: Model) -> str:
    return capfirst(str(record))


def _all(conditions: Iterable[Q]) -> Q:
    return reduce(and_, conditions)


def _any(conditions: Iterable[Q]) -> Q:
    return reduce(or_, conditions)
