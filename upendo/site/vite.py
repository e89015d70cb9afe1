"""Which built files a page needs, out of the manifest that Vite writes."""

import json
from functools import cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.templatetags.static import static

ENTRY = "src/main.tsx"


@cache
def assets() -> dict[str, Any]:
    """Return the page's script, style sheets and modules to preload, as addresses.

    Raises ImproperlyConfigured when the frontend is not built.
    """
    file = settings.FRONTEND_DIST / ".vite" / "manifest.json"
    if not file.exists():
        raise ImproperlyConfigured("The frontend is not built. Run: npm run build")
    manifest = json.loads(file.read_text())
    chunks = _with_imports(manifest, ENTRY)
    return {
        "script": static(manifest[ENTRY]["file"]),
        "styles": [static(css) for chunk in chunks for css in chunk.get("css", [])],
        "modules": [static(chunk["file"]) for chunk in chunks[1:]],
    }


def _with_imports(manifest: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    waiting = [key]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = manifest[name]
            waiting += manifest[name].get("imports", [])
    return list(found.values())
