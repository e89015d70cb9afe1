from typing import Any

from django import forms
from django.contrib import admin
from unfold.widgets import UnfoldAdminFileFieldWidget

from upendo.catalogue.admin.base import CatalogueAdmin, TabularPart
from upendo.catalogue.admin.previews import thumbnail
from upendo.catalogue.boundaries import read_kml
from upendo.catalogue.models import Forest, Season, Species


class ForestForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    kml = forms.FileField(
        label="Outline (KML)",
        required=False,
        widget=UnfoldAdminFileFieldWidget,
        help_text="A polygon around the forest, saved as KML; places marked in it become apiaries. "
        "Leave empty to keep the present outline.",
    )

    def clean_kml(self) -> Any:
        file: Any = self.cleaned_data["kml"]
        if file:
            boundary = read_kml(file)
            self.instance.boundary = boundary.outline
            self.instance.apiaries = boundary.apiaries
        return file


class SpeciesInline(TabularPart):
    model = Species


class SeasonInline(TabularPart):
    model = Season


@admin.register(Forest)
class ForestAdmin(CatalogueAdmin):
    form = ForestForm
    list_display = ["preview", "title", "region", "area_hectares", "outline", "updated_at"]
    list_display_links = ["preview", "title"]
    list_filter = ["region"]
    list_select_related = ["photo"]
    search_fields = ["title", "region", "description"]
    autocomplete_fields = ["photo"]
    readonly_fields = ["outline"]
    inlines = [SpeciesInline, SeasonInline]
    fieldsets = [
        (None, {"fields": ["title", "region", "country", "photo", "description", "importance"]}),
        ("Map", {"fields": ["kml", "outline", "boundary_note"]}),
        (
            "Figures",
            {
                "fields": [
                    "area_hectares",
                    "area_source",
                    "beekeeper_count",
                    "beekeeper_count_source",
                    "group_story",
                ]
            },
        ),
    ]

    @admin.display(description="photo")
    def preview(self, forest: Forest) -> str:
        return thumbnail(forest.photo)

    @admin.display(description="outline")
    def outline(self, forest: Forest) -> str:
        shape: dict[str, Any] | None = forest.boundary
        if not shape:
            return "No outline yet"
        corners = sum(len(ring) for polygon in shape["coordinates"] for ring in polygon)
        return f"{corners} corners, {len(forest.apiaries)} apiaries"
