"""Lets a template of any app look like the rest of the site."""

from typing import Any

from django import template
from django.conf import settings

from upendo.web import vite

register = template.Library()


@register.inclusion_tag("web/base_styles.html")
def base_styles() -> dict[str, Any]:
    """Link the fonts, the tokens and the plain elements' looks."""
    server = settings.VITE_SERVER
    if server:
        return {"vite_server": server}
    assets = vite.assets("read")
    return {"styles": [*assets.styles, assets.later]}
