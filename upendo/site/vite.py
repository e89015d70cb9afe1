"""Which built files a page needs, out of the manifest that Vite writes."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static

ENTRY = "src/main.tsx"
# What the first words of every page are set in.
FONTS = ("src/fonts/fraunces-basic.woff2", "src/fonts/source-sans-3-basic.woff2")


@dataclass(frozen=True)
class Assets:
    """Addresses of the script, and of what a browser should fetch before the script asks."""

    script: str
    styles: list[str]
    modules: list[str]
    fonts: list[str]


@cache
def assets(page: str) -> Assets:
    """Return what a page needs, its own code included.

    Raises ImproperlyConfigured when the frontend is not built.
    """
    manifest = _manifest()
    own = [key for key in manifest if key.endswith(f"/{page}-page.tsx")]
    chunks = _with_imports(manifest, [ENTRY, *own])
    return Assets(
        script=static(manifest[ENTRY]["file"]),
        styles=[static(css) for chunk in chunks for css in chunk.get("css", [])],
        modules=[static(chunk["file"]) for chunk in chunks[1:]],
        fonts=fonts(),
    )


def base_styles() -> list[str]:
    """Return the stylesheets with the fonts, the tokens and the plain elements' looks."""
    return [static(css) for css in _manifest()[ENTRY].get("css", [])]


def fonts() -> list[str]:
    """Return the typefaces of the first words of every page."""
    return [static(_manifest()[font]["file"]) for font in FONTS]


@cache
def _manifest() -> dict[str, Any]:
    file = settings.FRONTEND_DIST / ".vite" / "manifest.json"
    if not file.exists():
        raise ImproperlyConfigured("The frontend is not built. Run: npm run build")
    manifest: dict[str, Any] = json.loads(file.read_text())
    return manifest


def _with_imports(manifest: dict[str, Any], keys: list[str]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    waiting = list(keys)
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = manifest[name]
            waiting += manifest[name].get("imports", [])
    return list(found.values())
