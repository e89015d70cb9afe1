"""How the desk looks: what the settings of its theme, Unfold, refer to by name."""

from django.http import HttpRequest
from django.templatetags.static import static

from upendo.web import vite

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


def paper(request: HttpRequest) -> dict[str, str]:
    """Return the scale of grounds and borders."""
    return PAPER.copy()


def leaf(request: HttpRequest) -> dict[str, str]:
    """Return the scale of buttons and links."""
    return LEAF.copy()


def text(request: HttpRequest) -> dict[str, str]:
    """Return the colours of letters."""
    return TEXT.copy()


def favicon(request: HttpRequest) -> str:
    """Return the address of the icon in the browser's tab."""
    return static("favicon.svg")


def style(request: HttpRequest) -> str:
    """Return the address of the desk's own style."""
    return vite.stylesheet("src/styles/desk.css")
