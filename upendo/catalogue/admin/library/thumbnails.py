"""Small pictures and links for lists and forms."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext

from upendo.catalogue.models import Picture
from upendo.catalogue.pictures import renditions


def thumbnail(picture: Picture | None) -> str:
    """Return a picture small enough for a list, or a dash."""
    if picture is None:
        return "-"
    return format_html(
        '<img class="desk-thumbnail" style="object-position:{}" src="{}" alt="{}"'
        ' width="64" height="64" loading="lazy">',
        picture.object_position,
        picture.rendition_url(renditions.widths(picture.width)[0], "webp"),
        picture.alt,
    )


def story_link(code: str | None) -> str:
    """Return a link to the first page of a code's story, in a tab of its own, or a dash."""
    if code is None:
        return "-"
    address = reverse("page", args=[code, "menu"])
    return format_html(gettext('<a href="{}" target="_blank">View story</a>'), address)
