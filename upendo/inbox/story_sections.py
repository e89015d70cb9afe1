"""The section of a story that shows what readers and its beekeeper wrote to each other."""

from collections.abc import Iterable
from datetime import date

from rest_framework import serializers

from upendo.catalogue.models import Jar, Market
from upendo.inbox.models import Exchange
from upendo.story.sections import StorySection, add_story_section

MOST_SHOWN = 3


class PublicLetterSerializer(serializers.ModelSerializer[Exchange]):
    class Meta:
        model = Exchange
        fields = ["question", "answer", "signed"]


def public_letters(jar: Jar, market: Market | None, today: date) -> Iterable[Exchange]:
    """Return the newest that both sides agreed to; none while the beekeeper is not named."""
    if jar.shown_beekeeper.is_group:
        return []
    return Exchange.objects.agreed().filter(letter__beekeeper=jar.beekeeper)[:MOST_SHOWN]


add_story_section(StorySection("letters", PublicLetterSerializer, public_letters, (Exchange,)))
