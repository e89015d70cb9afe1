from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminRadioSelectWidget

from upendo.catalogue.admin.base import CatalogueAdmin, ContentForm, TabularPart
from upendo.catalogue.admin.outline import draw_outline
from upendo.catalogue.admin.thumbnails import thumbnail
from upendo.catalogue.maps.boundaries import read_kml
from upendo.catalogue.models import Forest, Season, Species
from upendo.web.apart import apart

LATER, TAKE, DISCARD = "", "take", "discard"


class ForestForm(ContentForm):
    kml = forms.FileField(
        label="New outline (KML)",
        required=False,
        widget=UnfoldAdminFileFieldWidget(attrs={"accept": ".kml"}),
        help_text="A polygon around the forest, saved as KML; places marked in it become apiaries. "
        "You see what was understood before readers do.",
    )
    decision = forms.ChoiceField(
        label="What to do with it",
        required=False,
        widget=UnfoldAdminRadioSelectWidget,
        choices={
            LATER: "Decide later: the present outline stays",
            TAKE: "Use it from now on",
            DISCARD: "Throw it away",
        },
    )

    def clean(self) -> dict[str, Any]:
        """Take or discard the proposed outline, unless a new file comes with the decision.

        The decision was about the former file, and nobody has seen the new one's outline yet.
        """
        data = super().clean() or self.cleaned_data
        decision = "" if data.get("kml") else data.get("decision")
        if decision == TAKE:
            self.instance.take_proposal()
        elif decision == DISCARD:
            self.instance.proposal = None
        return data

    def clean_kml(self) -> Any:
        """Propose the file's outline. Raises ValidationError for a file without one."""
        file: Any = self.cleaned_data["kml"]
        if file:
            self.instance.propose(apart(read_kml, file))
        return file


class SpeciesInline(TabularPart):
    model = Species


class SeasonInline(TabularPart):
    model = Season


@admin.register(Forest)
class ForestAdmin(CatalogueAdmin):
    form = ForestForm
    list_display = ["preview", "title", "region", "outline", "standing", "updated_at"]
    list_display_links = ["preview", "title"]
    list_filter = ["region"]
    list_select_related = ["photo"]
    search_fields = ["title", "region", "description"]
    autocomplete_fields = ["photo"]
    readonly_fields = ["present", "proposed"]
    inlines = [SpeciesInline, SeasonInline]

    class Media:
        css = {"all": ["catalogue/forest-outline.css"]}

    def get_fieldsets(  # type: ignore[override]  # the theme's takes any model
        self, request: HttpRequest, obj: Forest | None = None
    ) -> list[Any]:
        proposal = ["proposed", "decision"] if obj and obj.proposal else []
        text = ["title", "region", "country", "photo", "description", "importance"]
        area = ["area_hectares", "area_source"]
        beekeepers = ["beekeeper_count", "beekeeper_count_source", "group_story"]
        return [
            (None, {"fields": text}),
            ("Map", {"fields": ["present", *proposal, "kml", "boundary_note"]}),
            ("Figures", {"fields": [*area, *beekeepers]}),
        ]

    def response_post_save_add(self, request: HttpRequest, obj: Forest) -> HttpResponseRedirect:
        return _show_file(request, obj) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request: HttpRequest, obj: Forest) -> HttpResponseRedirect:
        return _show_file(request, obj) or super().response_post_save_change(request, obj)

    @admin.display(description="photo")
    def preview(self, forest: Forest) -> str:
        return thumbnail(forest.photo)

    @admin.display(description="outline", boolean=True)
    def outline(self, forest: Forest) -> bool:
        return bool(forest.boundary)

    @admin.display(description="what readers see")
    def present(self, forest: Forest) -> str:
        boundary = forest.present_boundary
        return draw_outline(boundary, forest.area_hectares) if boundary else "No outline yet"

    @admin.display(description="what the new file says")
    def proposed(self, forest: Forest) -> str:
        boundary = forest.proposed_boundary
        return draw_outline(boundary, forest.area_hectares) if boundary else ""


def _show_file(request: HttpRequest, forest: Forest) -> HttpResponseRedirect | None:
    """Return to the form after an upload, so that the manager sees the outline before deciding."""
    if not request.FILES.get("kml"):
        return None
    messages.info(request, "The file was understood. Look at its map below, then decide.")
    address = reverse("admin:catalogue_forest_change", args=[forest.pk])
    return HttpResponseRedirect(address)
