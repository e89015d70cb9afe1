"""The desk's menu: every app contributes its own items in its module `desk`.

::

    menu_item("Codes", Batch, icon="inventory_2", found_by=words_in("lot", "honey__name"))
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from upendo.desk.addresses import list_of
from upendo.desk.permissions import permission
from upendo.desk.words import Words

# What people do here, in this order.
GROUPS = {
    "Stories": _("Stories"),
    "Codes": _("Codes"),
    "Letters": _("Letters"),
    "Claims": _("Claims"),
    "What is read": _("What is read"),
    "People": _("People"),
    "Help": _("Help"),
}


# Which records of a kind a typed text finds.
type Condition = Callable[[str], Q]


@dataclass(frozen=True)
class MenuItem:
    """A line of the menu. The icon is a name of Material Symbols.

    One that leads to the list of a kind of record may say by what such records are found.
    """

    group: str
    title: Words
    icon: str
    url: Callable[[], str]
    is_allowed: Callable[[HttpRequest], bool]
    model: type[Model] | None = None
    found_by: Condition | None = None

    def __post_init__(self) -> None:
        """Raises ValueError when no group has this name."""
        if self.group not in GROUPS:
            raise ValueError(f"“{self.group}” is none of the menu's groups: {', '.join(GROUPS)}.")


_items: list[MenuItem] = []


def menu_item(
    group: str,
    model: type[Model],
    icon: str,
    title: Words = "",
    found_by: Condition | None = None,
) -> None:
    """Put the list of a kind of record into the menu, for those who may see it.

    `found_by` has Ctrl+K find such records by their names (upendo/desk/finding.py).
    Raises ValueError when the menu has no such group.
    """
    item = MenuItem(
        group,
        title or capfirst(model._meta.verbose_name_plural or ""),
        icon,
        url=lambda: list_of(model),
        is_allowed=lambda request: request.user.has_perm(permission("view", model)),
        model=model,
        found_by=found_by,
    )
    _items.append(item)


def menu_page(
    group: str,
    title: Words,
    icon: str,
    url: Callable[[], str],
    is_allowed: Callable[[HttpRequest], bool] = lambda request: True,
) -> None:
    """Put any other page into the menu. Raises ValueError when the menu has no such group."""
    _items.append(MenuItem(group, title, icon, url, is_allowed))


def allowed_items(request: HttpRequest) -> list[MenuItem]:
    """Return the lines of the menu for one person, in its order."""
    allowed = [item for item in _items if item.is_allowed(request)]
    return sorted(allowed, key=lambda item: list(GROUPS).index(item.group))


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the menu for one person, as the theme wants it."""
    allowed = allowed_items(request)
    groups = [(group, [item for item in allowed if item.group == group]) for group in GROUPS]
    start = {"title": _("Start"), "icon": "home", "link": reverse("admin:index")}
    return [
        {"items": [start]},
        *(
            {"title": GROUPS[group], "items": [_line(item) for item in found]}
            for group, found in groups
            if found
        ),
    ]


def _line(item: MenuItem) -> dict[str, Any]:
    return {"title": item.title, "icon": item.icon, "link": item.url()}
