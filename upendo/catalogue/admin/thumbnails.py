"""Small pictures and links for lists and forms."""

from typing import Protocol

from django.utils.html import format_html

from upendo.catalogue import pictures
from upendo.catalogue.models import Picture


class HasAddress(Protocol):
    """Anything with a page of its own."""

    def get_absolute_url(self) -> str: ...


def thumbnail(picture: Picture | None) -> str:
    """Return a picture small enough for a list, or a dash."""
    if picture is None:
        return "-"
    return format_html(
        '<img class="desk-thumbnail" style="object-position:{}" src="{}" alt="{}"'
        ' width="64" height="64" loading="lazy">',
        picture.object_position,
        picture.rendition_url(pictures.widths(picture.width)[0], "webp"),
        picture.alt,
    )


def story_link(record: HasAddress | None) -> str:
    """Return a link to a story's first page, in a tab of its own, or a dash."""
    if record is None:
        return "-"
    return format_html('<a href="{}" target="_blank">View story</a>', record.get_absolute_url())
