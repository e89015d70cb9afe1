"""The forest in the story document."""

from typing import Any

from django.urls import reverse
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from upendo.catalogue.maps.surroundings import Near
from upendo.catalogue.models import Forest, Season, Species
from upendo.story.serializers.base import StorySerializerBase
from upendo.story.serializers.pictures import PictureSerializer


class MultiPolygonSerializer(serializers.Serializer[dict[str, Any]]):
    type = serializers.ChoiceField(choices=["MultiPolygon"])
    coordinates = serializers.ListField(
        child=serializers.ListField(
            child=serializers.ListField(child=serializers.ListField(child=serializers.FloatField()))
        )
    )


class ApiarySerializer(serializers.Serializer[dict[str, Any]]):
    name = serializers.CharField()
    longitude = serializers.FloatField()
    latitude = serializers.FloatField()


class NearSerializer(serializers.Serializer[Near]):
    """Names, the nearest first."""

    towns = serializers.ListField(child=serializers.CharField())
    rivers = serializers.ListField(child=serializers.CharField())
    lakes = serializers.ListField(child=serializers.CharField())


class SpeciesSerializer(StorySerializerBase[Species]):
    class Meta:
        model = Species
        fields = ["kind", "name", "latin_name", "note", "source"]


class SeasonSerializer(StorySerializerBase[Season]):
    class Meta:
        model = Season
        fields = ["kind", "label", "first_month", "last_month"]


class StoryForestSerializer(StorySerializerBase[Forest]):
    photo = PictureSerializer(allow_null=True)
    boundary = MultiPolygonSerializer(allow_null=True)
    apiaries = ApiarySerializer(many=True)
    near = serializers.SerializerMethodField(help_text="What lies near it, if that is known.")
    surroundings = serializers.SerializerMethodField(
        help_text="Where the map finds what lies around it."
    )
    species = SpeciesSerializer(many=True)
    seasons = SeasonSerializer(many=True)

    class Meta:
        model = Forest
        fields = [
            "title",
            "region",
            "country",
            "description",
            "importance",
            "photo",
            "boundary",
            "boundary_note",
            "apiaries",
            "near",
            "surroundings",
            "area_hectares",
            "area_source",
            "beekeeper_count",
            "beekeeper_count_source",
            "species",
            "seasons",
        ]

    @extend_schema_field(NearSerializer(allow_null=True))
    def get_near(self, forest: Forest) -> Near | None:
        known = forest.known_surroundings
        return known["near"] if known and any(known["near"].values()) else None

    def get_surroundings(self, forest: Forest) -> str | None:
        known = forest.known_surroundings
        return reverse("surroundings", args=[known["cut_for"]]) if known else None
