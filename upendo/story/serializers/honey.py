"""The honey and its batch in the story document."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from upendo.catalogue.maps.typed_places import Position
from upendo.catalogue.models import Batch, BatchStep, Honey, HoneyFact, Nutrient
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


class PositionSerializer(serializers.Serializer[Position]):
    latitude = serializers.FloatField()
    longitude = serializers.FloatField()


class ProofSerializer(StorySerializerBase[BatchStep]):
    title = serializers.CharField(source="proof_title")
    url = serializers.URLField(source="proof_url")

    class Meta:
        model = BatchStep
        fields = ["title", "url"]


class BatchStepSerializer(StorySerializerBase[BatchStep]):
    day = serializers.DateField()
    position = PositionSerializer(allow_null=True)
    picture = PictureSerializer(allow_null=True)
    proof = serializers.SerializerMethodField()

    class Meta:
        model = BatchStep
        fields = ["kind", "day", "place", "position", "text", "picture", "proof"]

    @extend_schema_field(ProofSerializer(allow_null=True))
    def get_proof(self, step: BatchStep) -> dict[str, Any] | None:
        return ProofSerializer(step).data if step.proof_url else None


class StoryBatchSerializer(StorySerializerBase[Batch]):
    moisture_percent = serializers.FloatField(allow_null=True)
    hmf_mg_per_kg = serializers.FloatField(allow_null=True)
    steps = serializers.SerializerMethodField(
        help_text="The steps of its way that have happened, in order."
    )

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
            "steps",
        ]

    @extend_schema_field(BatchStepSerializer(many=True))
    def get_steps(self, batch: Batch) -> list[dict[str, Any]]:
        return [BatchStepSerializer(step).data for step in batch.steps.all() if step.day]
