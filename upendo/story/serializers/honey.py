"""The honey and its batch in the story document."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from upendo.catalogue.models import Batch, Honey, HoneyFact, Nutrient
from upendo.story.serializers.base import StorySerializerBase
from upendo.story.serializers.pictures import PictureSerializer


class HoneyFactSerializer(StorySerializerBase[HoneyFact]):
    class Meta:
        model = HoneyFact
        fields = ["kind", "title", "text"]


class NutrientSerializer(StorySerializerBase[Nutrient]):
    class Meta:
        model = Nutrient
        fields = ["name", "per_100g"]


class RecipeSerializer(StorySerializerBase[Honey]):
    title = serializers.CharField(source="recipe_title")
    url = serializers.URLField(source="recipe_url")

    class Meta:
        model = Honey
        fields = ["title", "url"]


class StoryHoneySerializer(StorySerializerBase[Honey]):
    jar_photo = PictureSerializer(allow_null=True)
    harvest_pictures = PictureSerializer(many=True)
    facts = HoneyFactSerializer(many=True)
    nutrition = NutrientSerializer(many=True)
    recipe = serializers.SerializerMethodField()

    class Meta:
        model = Honey
        fields = [
            "name",
            "tasting_note",
            "description",
            "season",
            "harvest",
            "jar_photo",
            "harvest_pictures",
            "facts",
            "nutrition",
            "recipe",
        ]

    @extend_schema_field(RecipeSerializer(allow_null=True))
    def get_recipe(self, honey: Honey) -> dict[str, Any] | None:
        return RecipeSerializer(honey).data if honey.recipe_url else None


class StoryBatchSerializer(StorySerializerBase[Batch]):
    moisture_percent = serializers.FloatField(allow_null=True)
    hmf_mg_per_kg = serializers.FloatField(allow_null=True)

    class Meta:
        model = Batch
        fields = [
            "lot",
            "harvested_from",
            "harvested_to",
            "bottled_on",
            "moisture_percent",
            "hmf_mg_per_kg",
            "colour_mm_pfund",
        ]
