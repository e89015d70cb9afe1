from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.admin.base import CatalogueAdmin, StackedPart, TabularPart
from upendo.catalogue.admin.copy_way import CopyWayMixin
from upendo.catalogue.admin.library.thumbnails import thumbnail
from upendo.catalogue.admin.shops import TheirsFilter
from upendo.catalogue.models import (
    Batch,
    BatchBeekeeper,
    BatchStep,
    Footprint,
    FootprintStage,
    HarvestPicture,
    Honey,
    HoneyFact,
    Nutrient,
)
from upendo.editing.admin.copies import CopiesMixin


class HarvestPictureInline(TabularPart):
    model = HarvestPicture
    autocomplete_fields = ["picture"]


class HoneyFactInline(StackedPart):
    model = HoneyFact


class NutrientInline(TabularPart):
    model = Nutrient


@admin.register(Honey)
class HoneyAdmin(CopiesMixin, CatalogueAdmin):
    stays_behind = _("batches and codes, the footprint, claims, certificates and article numbers")
    list_display = ["preview", "name", "season", "tasting_note", "standing", "updated_at"]
    list_display_links = ["preview", "name"]
    list_select_related = ["jar_photo"]
    search_fields = ["name", "tasting_note", "description"]
    autocomplete_fields = ["jar_photo"]
    inlines = [HarvestPictureInline, HoneyFactInline, NutrientInline]

    @admin.display(description=_("jar"))
    def preview(self, honey: Honey) -> str:
        return thumbnail(honey.jar_photo)


class BatchStepInline(StackedPart):
    model = BatchStep
    autocomplete_fields = ["picture"]


class BatchBeekeeperInline(TabularPart):
    model = BatchBeekeeper
    autocomplete_fields = ["beekeeper"]


@admin.register(Batch)
class BatchAdmin(CopiesMixin, CopyWayMixin, CatalogueAdmin):
    stays_behind = _(
        "codes, claims, the weight, what the laboratory measured of this lot, and the days and "
        "proofs of its way"
    )
    actions_detail = ["copy", "copy_way"]  # type: ignore[assignment]  # typed by an empty default
    list_display = ["lot", "honey", "forest", "harvested_from", "harvested_to", "standing"]
    list_filter = [("honey", TheirsFilter), ("forest", TheirsFilter)]
    list_select_related = ["honey", "forest"]
    search_fields = ["lot", "honey__name", "forest__title"]
    autocomplete_fields = ["honey", "forest"]
    date_hierarchy = "harvested_from"
    inlines = [BatchBeekeeperInline, BatchStepInline]


class FootprintStageInline(TabularPart):
    model = FootprintStage
    tab = False


@admin.register(Footprint)
class FootprintAdmin(CopiesMixin, CatalogueAdmin):
    stays_behind = _("the honey, which you choose on the form of the copy")
    list_display = ["honey", "year", "source", "standing", "updated_at"]
    list_filter = ["year"]
    list_select_related = ["honey"]
    search_fields = ["honey__name", "source"]
    autocomplete_fields = ["honey"]
    inlines = [FootprintStageInline]
