"""The chapters of a story, where a story is not arranged as all are by themselves."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from rest_framework import serializers

from upendo.catalogue.models import Jar, Market
from upendo.catalogue.models.shown import ShownBeekeeper
from upendo.claims.models import Claim
from upendo.claims.story_sections import EvidenceSerializer, FigureSerializer
from upendo.pages.models import Audience, Block, Chapter, Page
from upendo.pages.models.block import Kind
from upendo.pages.models.chapter import BuiltIn
from upendo.pages.told import OWN, ToldBlock, ToldChapter, ToldPage, told_contents
from upendo.story.sections import StorySection, add_story_section
from upendo.story.serializers.base import StorySerializerBase
from upendo.story.serializers.pictures import PictureSerializer
from upendo.story.serializers.recordings import RecordingSerializer


class FigureClaimSerializer(StorySerializerBase[Claim]):
    evidence = EvidenceSerializer(source="*")
    verifier = serializers.CharField(source="shown_verifier", allow_null=True)
    figure = FigureSerializer(source="number", allow_null=True)

    class Meta:
        model = Claim
        fields = ["wording", "scope", "evidence", "verifier", "valid_until", "figure"]


class OwnPersonSerializer(serializers.Serializer[ShownBeekeeper]):
    name = serializers.CharField()
    village = serializers.CharField()
    portrait = PictureSerializer(allow_null=True)


class OwnBlockSerializer(serializers.Serializer[ToldBlock]):
    kind = serializers.ChoiceField(choices=Kind.choices)
    text = serializers.CharField()
    said_by = serializers.CharField()
    url = serializers.CharField()
    picture = PictureSerializer(allow_null=True)
    claim = FigureClaimSerializer(allow_null=True)
    recording = RecordingSerializer(allow_null=True)
    person = OwnPersonSerializer(allow_null=True)


class OwnPageSerializer(serializers.Serializer[ToldPage]):
    slug = serializers.CharField()
    title = serializers.CharField()
    blocks = OwnBlockSerializer(many=True)


class ChapterSerializer(serializers.Serializer[ToldChapter]):
    kind = serializers.ChoiceField(choices=[*BuiltIn.choices, (OWN, "One of their own")])
    title = serializers.CharField()
    line = serializers.CharField()
    pages = OwnPageSerializer(many=True)
    order = serializers.ListField(child=serializers.CharField())


def _contents(jar: Jar, market: Market | None, today: date) -> Iterable[Any]:
    return told_contents(jar, market, today)


add_story_section(
    StorySection("contents", ChapterSerializer, _contents, (Audience, Block, Chapter, Claim, Page))
)
