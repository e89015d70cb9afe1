"""The desk's menu and start page: every app contributes its own entries and cards.

An app does so in its admin modules, which are loaded when the desk opens::

    desk.entry("Letters", Letter, icon="mail")

    @desk.card(order=40)
    def letters(request: HttpRequest) -> desk.Card | None: ...
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst

# What people do here, in this order.
GROUPS = ("Stories", "Codes", "Letters", "Claims", "What is read", "People", "Help")


@dataclass(frozen=True)
class Item:
    """A line of a card: what needs attention, and where it gets it."""

    text: str
    url: str
    note: str = ""
    urgent: bool = False


@dataclass(frozen=True)
class Card:
    """One subject of the start page. Without items it says that all is well."""

    title: str
    icon: str
    items: Sequence[Item]
    all_is_well: str
    # Where the rest is, when the items are only the first few.
    url: str = ""
    count: int | None = None

    @property
    def number(self) -> int:
        """How much needs attention in all."""
        return len(self.items) if self.count is None else self.count


@dataclass(frozen=True)
class Entry:
    """A line of the menu."""

    group: str
    title: str
    icon: str
    url: Callable[[], str]
    is_allowed: Callable[[HttpRequest], bool]


type MakeCard = Callable[[HttpRequest], Card | None]

_entries: list[Entry] = []
_cards: list[tuple[int, MakeCard]] = []


def form_of(record: Model) -> str:
    """Return the address of a record's form."""
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def list_of(model: type[Model]) -> str:
    """Return the address of the list of one kind of record."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def entry(group: str, model: type[Model], icon: str, title: str = "") -> None:
    """Put the list of a kind of record into the menu, for those who may see it.

    The icon is a name of Material Symbols.
    """
    permission = f"{model._meta.app_label}.view_{model._meta.model_name}"
    page(
        group,
        title or capfirst(str(model._meta.verbose_name_plural)),
        icon,
        url=lambda: list_of(model),
        is_allowed=lambda request: request.user.has_perm(permission),
    )


def page(
    group: str,
    title: str,
    icon: str,
    url: Callable[[], str],
    is_allowed: Callable[[HttpRequest], bool] = lambda request: True,
) -> None:
    """Put any other page into the menu."""
    _entries.append(Entry(group, title, icon, url, is_allowed))


def card(order: int) -> Callable[[MakeCard], MakeCard]:
    """Have a function make a card of the start page; for those who may not see it, None."""

    def register(function: MakeCard) -> MakeCard:
        _cards.append((order, function))
        return function

    return register


def cards(request: HttpRequest) -> list[Card]:
    """Return the start page's cards for one person."""
    made = [make(request) for _, make in sorted(_cards, key=lambda known: known[0])]
    return [card for card in made if card]


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the menu for one person, as the theme wants it."""
    allowed = [entry for entry in _entries if entry.is_allowed(request)]
    groups = [(group, [entry for entry in allowed if entry.group == group]) for group in GROUPS]
    start = {"title": "Start", "icon": "home", "link": reverse("admin:index")}
    return [
        {"items": [start]},
        *(
            {"title": group, "items": [_item(entry) for entry in found]}
            for group, found in groups
            if found
        ),
    ]


def _item(entry: Entry) -> dict[str, Any]:
    return {"title": entry.title, "icon": entry.icon, "link": entry.url()}
