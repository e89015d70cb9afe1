"""How the desk looks and what its start page and menu are made of, for its theme, Unfold."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse_lazy

from upendo.site import vite

# The reader pages' paper, bark and leaf (frontend/src/styles/tokens.css), drawn out into scales.
PAPER = {
    "50": "#fbf6e9",
    "100": "#f4ecd8",
    "200": "#e6dabd",
    "300": "#cfc09d",
    "400": "#a3946f",
    "500": "#75664c",
    "600": "#594c3c",
    "700": "#443a2d",
    "800": "#302a1d",
    "900": "#1f1b13",
    "950": "#14110b",
}
LEAF = {
    "50": "#eff6ee",
    "100": "#dcecdc",
    "200": "#bcd9bd",
    "300": "#a5d3a4",
    "400": "#7dba83",
    "500": "#55995f",
    "600": "#2f6b3c",
    "700": "#245530",
    "800": "#1d4427",
    "900": "#17361f",
    "950": "#0f2616",
}
TEXT = {
    "subtle-light": "var(--color-base-500)",
    "subtle-dark": "var(--color-base-400)",
    "default-light": "var(--color-base-700)",
    "default-dark": "var(--color-base-200)",
    "important-light": "var(--color-base-900)",
    "important-dark": "var(--color-base-50)",
}


def style(request: HttpRequest) -> str:
    """Return the address of the desk's own style."""
    return vite.stylesheet("src/styles/desk.css")


UNFOLD: dict[str, Any] = {
    "SITE_TITLE": "Upendo Honey",
    "SITE_HEADER": "Upendo Honey",
    "SITE_SUBHEADER": "The desk",
    "SITE_SYMBOL": "hive",
    "SITE_FAVICONS": [
        {"rel": "icon", "type": "image/svg+xml", "href": lambda _: static("favicon.svg")},
    ],
    "SITE_URL": "/",
    "SITE_VIEWS": [
        ("help/", "help", "upendo.catalogue.admin.help.GuidesView"),
        ("help/<slug:guide>/", "help-guide", "upendo.catalogue.admin.help.GuideView"),
    ],
    "SHOW_HISTORY": True,
    "SHOW_VIEW_ON_SITE": False,
    "LOGIN": {"form": "upendo.staff.forms.LoginForm"},
    "ACCOUNT": {
        "navigation": [{"title": "Two-factor login", "link": reverse_lazy("two-factor")}],
    },
    "BORDER_RADIUS": "8px",
    "COLORS": {"base": PAPER, "primary": LEAF, "font": TEXT},
    "STYLES": [style],
    "DASHBOARD_CALLBACK": "upendo.catalogue.admin.start.start_page",
    "SIDEBAR": {"show_search": False, "navigation": "upendo.catalogue.desk.navigation"},
}
