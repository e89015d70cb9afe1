"""The story document: one jar's whole story, as readers get it. Nothing else leaves the API."""

from typing import Any

from django.db import models
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from upendo.catalogue import pages
from upendo.catalogue.models import (
    Batch,
    Beekeeper,
    Footprint,
    FootprintStage,
    Forest,
    Honey,
    HoneyFact,
    Jar,
    Nutrient,
    Picture,
    Retailer,
    Season,
    Species,
)
from upendo.catalogue.models.shown import ShownBeekeeper
from upendo.catalogue.story_sections import section_fields


class PartSerializer[M: models.Model](serializers.ModelSerializer[M]):
    """A part of the story: everything in it is there to be read, and always there."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        fields = super().get_fields()
        for field in fields.values():
            field.read_only, field.required = True, False
        return fields


class PictureSourceSerializer(serializers.Serializer[dict[str, str]]):
    type = serializers.ChoiceField(choices=["image/avif", "image/webp"])
    srcset = serializers.CharField()


class PictureSerializer(PartSerializer[Picture]):
    sources = PictureSourceSerializer(many=True)
    src = serializers.CharField()

    class Meta:
        model = Picture
        fields = ["alt", "width", "height", "focus_x", "focus_y", "colour", "sources", "src"]


class StoryRetailerSerializer(PartSerializer[Retailer]):
    website = serializers.SerializerMethodField()
    logo = PictureSerializer(allow_null=True)

    class Meta:
        model = Retailer
        fields = ["name", "website", "logo"]

    def get_website(self, retailer: Retailer) -> str | None:
        return retailer.website or None


class LetterSerializer(PartSerializer[Beekeeper]):
    language = serializers.CharField(source="letter_language")
    text = serializers.CharField(source="letter_text")
    translation = serializers.CharField(source="letter_translation")
    translator = serializers.CharField(source="letter_translator")
    photo = PictureSerializer(source="letter_photo", allow_null=True)

    class Meta:
        model = Beekeeper
        fields = ["language", "text", "translation", "translator", "photo"]


class StoryBeekeeperSerializer(serializers.Serializer[ShownBeekeeper]):
    name = serializers.CharField()
    is_group = serializers.BooleanField(
        help_text="All beekeepers of the forest, where one does not want to be named."
    )
    village = serializers.CharField()
    since = serializers.IntegerField(allow_null=True)
    bio = serializers.CharField()
    notice = serializers.CharField()
    portrait = PictureSerializer(allow_null=True)
    letter = LetterSerializer(allow_null=True)


class HoneyFactSerializer(PartSerializer[HoneyFact]):
    class Meta:
        model = HoneyFact
        fields = ["title", "text"]


class NutrientSerializer(PartSerializer[Nutrient]):
    class Meta:
        model = Nutrient
        fields = ["name", "per_100g"]


class RecipeSerializer(PartSerializer[Honey]):
    title = serializers.CharField(source="recipe_title")
    url = serializers.URLField(source="recipe_url")

    class Meta:
        model = Honey
        fields = ["title", "url"]


class StoryHoneySerializer(PartSerializer[Honey]):
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


class StoryBatchSerializer(PartSerializer[Batch]):
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


class SpeciesSerializer(PartSerializer[Species]):
    class Meta:
        model = Species
        fields = ["kind", "name", "latin_name", "note", "source"]


class SeasonSerializer(PartSerializer[Season]):
    class Meta:
        model = Season
        fields = ["kind", "label", "first_month", "last_month"]


class StoryForestSerializer(PartSerializer[Forest]):
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


class FootprintStageSerializer(PartSerializer[FootprintStage]):
    class Meta:
        model = FootprintStage
        fields = ["label", "grams_per_kg", "comparison_grams_per_kg"]


class FootprintSerializer(PartSerializer[Footprint]):
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


class StorySerializer(PartSerializer[Jar]):
    """A jar's whole story, as the readers in its market get it today."""

    # The context must name `market` and `today`, for the sections that other apps add.

    retired = serializers.SerializerMethodField()
    jar_grams = serializers.IntegerField(source="net_weight_grams")
    titles = serializers.SerializerMethodField(help_text="Page name to document title.")
    retailer = StoryRetailerSerializer(allow_null=True)
    beekeeper = StoryBeekeeperSerializer(source="shown_beekeeper")
    honey = StoryHoneySerializer(source="batch.honey")
    batch = StoryBatchSerializer()
    forest = StoryForestSerializer(source="batch.forest")
    footprint = FootprintSerializer(source="batch.honey.footprint", allow_null=True, default=None)

    class Meta:
        model = Jar
        fields = [
            "code",
            "retired",
            "jar_grams",
            "titles",
            "retailer",
            "beekeeper",
            "honey",
            "batch",
            "forest",
            "footprint",
        ]

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return super().get_fields() | section_fields()

    def get_retired(self, jar: Jar) -> bool:
        return jar.status == Jar.Status.RETIRED

    @extend_schema_field(serializers.DictField(child=serializers.CharField()))
    def get_titles(self, jar: Jar) -> dict[str, str]:
        words = {
            "beekeeper": jar.shown_beekeeper.name,
            "honey": jar.batch.honey.name,
            "forest": jar.batch.forest.title,
        }
        return {page.name: page.title_for(words) for page in pages.PAGES}


class UnknownCodeSerializer(serializers.Serializer[dict[str, Any]]):
    detail = serializers.CharField()
    code = serializers.CharField()
    suggestions = serializers.ListField(child=serializers.CharField())


class ErrorSerializer(serializers.Serializer[dict[str, str]]):
    detail = serializers.CharField()
