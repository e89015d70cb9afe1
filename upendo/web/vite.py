"""Which built files a page needs, out of the manifest that Vite writes."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

ENTRY = "src/main.tsx"
# What comes after the first picture; the typefaces that the words of every page are set in.
LATER = "src/styles/later.css"
FONTS = ("src/fonts/fraunces-basic.woff2", "src/fonts/source-sans-3-basic.woff2")
# And the letter in the whole story, which is to stand in its face on paper too.
LETTER_FONT = "src/fonts/caveat-basic.woff2"
# Draws the map where no worker can.
PAINTER = "src/features/forest/map/painting/painter.ts"


@dataclass(frozen=True)
class Assets:
    """The page's style as text, and the addresses of its scripts and of what comes later."""

    style: SafeString
    styles: list[str]  # the addresses of what the style is made of
    script: str
    modules: list[str]
    later: str  # a stylesheet
    fonts: list[str]


@cache
def assets(page: str) -> Assets:
    """Return what a page needs, its own code included.

    Raises ImproperlyConfigured when the frontend is not built.
    """
    manifest = _manifest()
    own = [key for key in manifest if key.endswith(f"/{page}-page.tsx")]
    chunks = _with_imports(manifest, [ENTRY, *own])
    styles = [css for chunk in chunks for css in chunk.get("css", [])]
    return Assets(
        style=_text(styles),
        styles=[static(css) for css in styles],
        script=static(manifest[ENTRY]["file"]),
        modules=[static(chunk["file"]) for chunk in chunks if chunk is not manifest[ENTRY]],
        later=stylesheet(LATER),
        fonts=[static(manifest[font]["file"]) for font in FONTS],
    )


@cache
def read_style() -> SafeString:
    """Return the style of the whole story on one page: what all pages share, and its own.

    Raises ImproperlyConfigured when the frontend is not built.
    """
    return _text([*_manifest()[ENTRY]["css"], ".read/style.css"])


def read_fonts() -> list[str]:
    """Return the addresses of the typefaces of the whole story on one page."""
    return [static(_manifest()[font]["file"]) for font in (*FONTS, LETTER_FONT)]


def stylesheet(source: str) -> str:
    """Return the address of a stylesheet that is no page's own, named by its source."""
    if settings.VITE_SERVER:
        return f"{settings.VITE_SERVER}/static/{source}"
    return static(_manifest()[source]["file"])


def build_name() -> str:
    """Return a name that another build has not."""
    names = json.dumps(_manifest(), sort_keys=True)
    return hashlib.sha256(names.encode()).hexdigest()[:12]


def story_files() -> list[str]:
    """Return the addresses of all that a browser may fetch while it shows a story.

    Of the typefaces not those for rare letters, which a browser fetches for a single name, and of
    the map's drawing code not the copy for old browsers, which show the still map without it.
    """
    manifest = _manifest()
    chunks = [chunk for chunk in manifest.values() if chunk["file"].endswith(".js")]
    files = {chunk["file"] for chunk in chunks} - {manifest[PAINTER]["file"]}
    files |= {css for chunk in chunks for css in chunk.get("css", [])}
    files |= {file for chunk in chunks for file in chunk.get("assets", []) if _is_worker(file)}
    files |= {chunk["file"] for key, chunk in manifest.items() if _is_common(key)}
    files.add(manifest[LATER]["file"])
    return sorted(static(file) for file in files)


def _is_worker(file: str) -> bool:
    return file.endswith(".js")  # the other assets are pictures and typefaces


def _is_common(key: str) -> bool:
    return key.endswith(("-basic.woff2", "-accents.woff2"))


def _text(files: list[str]) -> SafeString:
    # A style element ends only at its end tag, which no stylesheet of ours has in it.
    css = "".join((settings.FRONTEND_DIST / file).read_text().strip() for file in files)
    return mark_safe(css)  # noqa: S308 - our own build


def _with_imports(manifest: dict[str, Any], keys: list[str]) -> list[dict[str, Any]]:
    """Return the chunks and all they import, imports first: a page's styles overrule a component's.

    The entry alone comes before what it imports: its styles are the ground for all others.
    """
    found: dict[str, dict[str, Any]] = {ENTRY: manifest[ENTRY]}

    def visit(key: str) -> None:
        for imported in manifest[key].get("imports", []):
            if imported not in found:
                visit(imported)
        found.setdefault(key, manifest[key])

    for key in keys:
        visit(key)
    return list(found.values())


@cache
def _manifest() -> dict[str, Any]:
    file = settings.FRONTEND_DIST / ".vite" / "manifest.json"
    if not file.exists():
        raise ImproperlyConfigured("The frontend is not built. Run: npm run build")
    manifest: dict[str, Any] = json.loads(file.read_text())
    return manifest
