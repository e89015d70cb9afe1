"""The forest in the story document."""

from typing import Any

from rest_framework import serializers

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
            "area_hectares",
            "area_source",
            "beekeeper_count",
            "beekeeper_count_source",
            "species",
            "seasons",
        ]
