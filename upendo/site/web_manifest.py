"""How the site presents itself on a phone's home screen. https://www.w3.org/TR/appmanifest/"""

import json

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from upendo.web.answers.prepared import Prepared, respond


@require_safe
@cache_control(public=True, max_age=24 * 3600)
def web_manifest(request: HttpRequest) -> HttpResponse:
    """Name, colours and icons."""
    manifest = {
        "name": "Upendo Honey",
        "short_name": "Upendo",
        "description": "Who harvested your honey, what is in it and where it comes from.",
        "lang": "en-GB",
        "start_url": "/",
        "display": "minimal-ui",
        "background_color": "#fbf6e9",
        "theme_color": "#17361f",
        "icons": [
            _icon("icon-192.png", "192x192", "any"),
            _icon("icon-512.png", "512x512", "any"),
            _icon("icon-maskable-512.png", "512x512", "maskable"),
        ],
    }
    return respond(request, Prepared(json.dumps(manifest).encode()), "application/manifest+json")


def _icon(name: str, sizes: str, purpose: str) -> dict[str, str]:
    return {"src": static(f"icons/{name}"), "sizes": sizes, "type": "image/png", "purpose": purpose}
