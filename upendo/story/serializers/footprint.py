"""The footprint in the story document."""

from rest_framework import serializers

from upendo.catalogue.models import Footprint, FootprintStage
from upendo.story.serializers.base import StorySerializerBase


class FootprintStageSerializer(StorySerializerBase[FootprintStage]):
    class Meta:
        model = FootprintStage
        fields = ["label", "grams_per_kg", "comparison_grams_per_kg"]


class FootprintSerializer(StorySerializerBase[Footprint]):
    stages = FootprintStageSerializer(many=True)
    total_grams_per_kg = serializers.SerializerMethodField()
    comparison_total_grams_per_kg = serializers.SerializerMethodField()

    class Meta:
        model = Footprint
        fields = [
            "subject",
            "comparison",
            "method",
            "boundary",
            "year",
            "source",
            "action",
            "stages",
            "total_grams_per_kg",
            "comparison_total_grams_per_kg",
        ]

    def get_total_grams_per_kg(self, footprint: Footprint) -> int:
        return sum(stage.grams_per_kg or 0 for stage in footprint.stages.all())

    def get_comparison_total_grams_per_kg(self, footprint: Footprint) -> int:
        return sum(stage.comparison_grams_per_kg or 0 for stage in footprint.stages.all())
