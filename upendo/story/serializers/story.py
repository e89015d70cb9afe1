"""The story document: one jar's whole story, as readers get it. Nothing else leaves the API."""

from typing import Any, cast

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from upendo.catalogue import codes
from upendo.catalogue.models import Jar
from upendo.story import pages
from upendo.story.schema import Story
from upendo.story.sections import section_fields
from upendo.story.serializers.base import StorySerializerBase
from upendo.story.serializers.footprint import FootprintSerializer
from upendo.story.serializers.forest import StoryForestSerializer
from upendo.story.serializers.honey import StoryBatchSerializer, StoryHoneySerializer
from upendo.story.serializers.people import (
    PersonSerializer,
    StoryBeekeeperSerializer,
    StoryRetailerSerializer,
)


class AnotherStorySerializer(serializers.Serializer[dict[str, str]]):
    code = serializers.CharField()
    beekeeper = serializers.CharField()


class StorySerializer(StorySerializerBase[Jar]):
    """A jar's whole story, as the readers in its market get it today."""

    # The context must name `market` and `today`, for the sections that other apps add.

    retired = serializers.SerializerMethodField()
    jar_grams = serializers.IntegerField(source="net_weight_grams")
    titles = serializers.SerializerMethodField(
        help_text="Page name to document title, of the pages that this story has, in order."
    )
    retailer = StoryRetailerSerializer(allow_null=True)
    beekeeper = StoryBeekeeperSerializer(source="shown_beekeeper")
    people = PersonSerializer(
        source="shown_people", many=True, help_text="Who harvested the batch with the beekeeper."
    )
    honey = StoryHoneySerializer(source="batch.honey")
    batch = StoryBatchSerializer()
    forest = StoryForestSerializer(source="batch.forest")
    footprint = FootprintSerializer(source="batch.honey.footprint", allow_null=True, default=None)
    another = serializers.SerializerMethodField(
        help_text="The story that is offered to everybody, where somebody else tells it."
    )

    class Meta:
        model = Jar
        fields = [
            "code",
            "retired",
            "jar_grams",
            "titles",
            "retailer",
            "beekeeper",
            "people",
            "honey",
            "batch",
            "forest",
            "footprint",
            "another",
        ]

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return super().get_fields() | section_fields()

    def to_representation(self, jar: Jar) -> dict[str, Any]:
        story: dict[str, Any] = super().to_representation(jar)
        return story | {"titles": pages.titles_in(cast("Story", story))}

    def get_retired(self, jar: Jar) -> bool:
        return jar.status == Jar.Status.RETIRED

    @extend_schema_field(serializers.DictField(child=serializers.CharField()))
    def get_titles(self, jar: Jar) -> dict[str, str]:
        return {}  # all the rest says which pages there are: see to_representation

    @extend_schema_field(AnotherStorySerializer(allow_null=True))
    def get_another(self, jar: Jar) -> dict[str, str] | None:
        everybodys = (
            Jar.objects.printed()
            .select_related("beekeeper", "batch__forest")
            .prefetch_related("beekeeper__consents")
            .filter(code=codes.DEFAULT)
            .first()
        )
        if everybodys is None or everybodys.beekeeper_id == jar.beekeeper_id:
            return None
        name = everybodys.shown_beekeeper.name
        if name == jar.shown_beekeeper.name:
            return None
        return {"code": everybodys.code, "beekeeper": name}
