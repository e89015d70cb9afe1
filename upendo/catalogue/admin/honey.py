from django.contrib import admin
from unfold.admin import ModelAdmin, StackedInline, TabularInline

from upendo.catalogue.admin.previews import thumbnail
from upendo.catalogue.models import (
    Batch,
    Footprint,
    FootprintStage,
    HarvestPicture,
    Honey,
    HoneyFact,
    Nutrient,
)


class HarvestPictureInline(TabularInline):  # type: ignore[misc]  # the theme ships no types
    model = HarvestPicture
    autocomplete_fields = ["picture"]
    extra = 0
    tab = True


class HoneyFactInline(StackedInline):  # type: ignore[misc]  # the theme ships no types
    model = HoneyFact
    extra = 0
    tab = True


class NutrientInline(TabularInline):  # type: ignore[misc]  # the theme ships no types
    model = Nutrient
    extra = 0
    tab = True


@admin.register(Honey)
class HoneyAdmin(ModelAdmin):  # type: ignore[misc]  # the theme ships no types
    list_display = ["preview", "name", "season", "tasting_note", "updated_at"]
    list_display_links = ["preview", "name"]
    list_select_related = ["jar_photo"]
    search_fields = ["name", "tasting_note", "description"]
    autocomplete_fields = ["jar_photo"]
    inlines = [HarvestPictureInline, HoneyFactInline, NutrientInline]

    @admin.display(description="jar")
    def preview(self, honey: Honey) -> str:
        return thumbnail(honey.jar_photo)


@admin.register(Batch)
class BatchAdmin(ModelAdmin):  # type: ignore[misc]  # the theme ships no types
    list_display = ["lot", "honey", "forest", "harvested_from", "harvested_to", "moisture_percent"]
    list_filter = ["honey", "forest"]
    list_select_related = ["honey", "forest"]
    search_fields = ["lot", "honey__name", "forest__title"]
    autocomplete_fields = ["honey", "forest"]
    date_hierarchy = "harvested_from"


class FootprintStageInline(TabularInline):  # type: ignore[misc]  # the theme ships no types
    model = FootprintStage
    extra = 0


@admin.register(Footprint)
class FootprintAdmin(ModelAdmin):  # type: ignore[misc]  # the theme ships no types
    list_display = ["honey", "year", "source", "updated_at"]
    list_filter = ["year"]
    list_select_related = ["honey"]
    search_fields = ["honey__name", "source"]
    autocomplete_fields = ["honey"]
    inlines = [FootprintStageInline]
