"""The section of a story that shows what readers and its beekeeper wrote to each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from upendo.catalogue.models import Jar, Market
from upendo.inbox.models import Exchange, Photo
from upendo.story.sections import StorySection, add_story_section
from upendo.story.serializers.pictures import PictureSerializer

MOST_SHOWN = 3


@dataclass(frozen=True)
class PublicPhoto:
    """A reader's photo, as a picture of a story."""

    alt: str
    width: int
    height: int
    src: str
    is_photo: bool = True
    credit: str = ""
    taken_on: date | None = None
    focus_x: int = 50
    focus_y: int = 50
    colour: str = "#d9cfb4"
    sources: tuple[dict[str, str], ...] = ()


class PublicLetterSerializer(serializers.ModelSerializer[Exchange]):
    photo = serializers.SerializerMethodField()

    class Meta:
        model = Exchange
        fields = ["question", "answer", "signed", "photo"]

    @extend_schema_field(PictureSerializer(allow_null=True))
    def get_photo(self, exchange: Exchange) -> Any:
        """Return the reader's photo, where it is a part of the public letter."""
        photo = getattr(exchange.letter, "photo", None)
        if not exchange.photo_alt or photo is None or not photo.shown:
            return None
        address = reverse("public-photo", args=[photo.key])
        shown = PublicPhoto(exchange.photo_alt, photo.width, photo.height, address)
        return PictureSerializer(shown).data  # type: ignore[arg-type]  # it has a picture's fields


def public_letters(jar: Jar, market: Market | None, today: date) -> Iterable[Exchange]:
    """Return the newest that both sides agreed to; none while the beekeeper is not named."""
    if jar.shown_beekeeper.is_group:
        return []
    agreed = Exchange.objects.agreed().filter(letter__beekeeper=jar.beekeeper)
    with_photos = agreed.select_related("letter__photo").defer("letter__photo__content")
    return with_photos[:MOST_SHOWN]


add_story_section(
    StorySection("letters", PublicLetterSerializer, public_letters, (Exchange, Photo))
)
