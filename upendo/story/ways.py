"""How a visit to a story began, and how the page learns it.

The address itself tells most: /q/CODE is the square's. Where we redirect, what the first address
told would be lost: so the redirect hands it on behind a #, which stays in the browser. The page
takes it off its address before anybody could share it (`frontend/src/api/visit.ts`).
"""

from django.db import models
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Way(models.TextChoices):
    """How a visit began."""

    SQUARE = "square", _("Square on the jar")  # /q/CODE
    TYPED = "typed", _("Code typed on our site")
    SHARED = "shared", _("Link")  # shared, kept or found: the address of a page
    GS1 = "gs1", _("GS1 link")  # /01/GTIN/…


def way_of(path: str) -> Way:
    """Return the way in that an address of a story tells by itself."""
    return Way.SQUARE if path.lstrip("/")[:2].lower() in ("q", "q/") else Way.SHARED


def by_way(way: Way, address: str) -> str:
    """Return the address of a story's page, with the way that leads there."""
    return address if way == Way.SHARED else f"{address}#{way}"


def redirect_by(way: Way, name: str, *args: str) -> HttpResponseRedirect:
    """Redirect to an address of ours, by its name, and tell the page the way."""
    return HttpResponseRedirect(by_way(way, reverse(name, args=args)))
