from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminRadioSelectWidget

from upendo.catalogue.admin.base import CatalogueAdmin, ContentForm, TabularPart
from upendo.catalogue.admin.library.thumbnails import thumbnail
from upendo.catalogue.admin.outline import draw_outline
from upendo.catalogue.maps.kml.boundaries import Boundary, read_kml
from upendo.catalogue.maps.questions import looks_exchanged
from upendo.catalogue.models import Forest, Season, Species
from upendo.web.apart import apart

LATER, TAKE, EXCHANGE, DISCARD = "", "take", "exchange", "discard"
KML_TYPES = _(".kml, .kmz, application/vnd.google-earth.kml+xml, application/vnd.google-earth.kmz")
DECISIONS = {
    LATER: _("Decide later: the present outline stays"),
    TAKE: _("Use it from now on"),
    EXCHANGE: _("Exchange longitude and latitude, and look at it again"),
    DISCARD: _("Throw it away"),
}


class ForestForm(ContentForm):
    kml = forms.FileField(
        label=_("New outline (KML or KMZ)"),
        required=False,
        widget=UnfoldAdminFileFieldWidget(attrs={"accept": KML_TYPES}),
        help_text=_(
            "A polygon around the forest, saved as KML or KMZ; places marked in it become "
            "apiaries. You see what was understood before readers do."
        ),
    )
    decision = forms.ChoiceField(
        label=_("What to do with it"),
        required=False,
        widget=UnfoldAdminRadioSelectWidget,
        choices=DECISIONS,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer only what fits the proposed outline."""
        super().__init__(*args, **kwargs)
        proposed = self.instance.proposed_boundary
        decision: Any = self.fields.get("decision")
        if decision and not (proposed and looks_exchanged(proposed, self.instance.country)):
            decision.choices = [choice for choice in DECISIONS.items() if choice[0] != EXCHANGE]

    def clean(self) -> dict[str, Any]:
        """Take, turn or discard the proposed outline, unless a new file comes with the decision.

        The decision was about the former file, and nobody has seen the new one's outline yet.
        """
        data = super().clean() or self.cleaned_data
        decision = "" if data.get("kml") else data.get("decision")
        if decision == TAKE:
            self.instance.take_proposal()
        elif decision == EXCHANGE and (boundary := self.instance.proposed_boundary):
            self.instance.propose(boundary.exchanged)
        elif decision == DISCARD:
            self.instance.discard_proposal()
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
            (gettext("Map"), {"fields": ["present", *proposal, "kml", "boundary_note"]}),
            (gettext("Figures"), {"fields": [*area, *beekeepers]}),
        ]

    def response_post_save_add(self, request: HttpRequest, obj: Forest) -> HttpResponseRedirect:
        return _show_file(request, obj) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request: HttpRequest, obj: Forest) -> HttpResponseRedirect:
        return _show_file(request, obj) or super().response_post_save_change(request, obj)

    @admin.display(description=_("photo"))
    def preview(self, forest: Forest) -> str:
        return thumbnail(forest.photo)

    @admin.display(description=_("outline"), boolean=True)
    def outline(self, forest: Forest) -> bool:
        return bool(forest.boundary)

    @admin.display(description=_("what readers see"))
    def present(self, forest: Forest) -> str:
        return _drawn(forest, forest.present_boundary) or gettext("No outline yet")

    @admin.display(description=_("what the new file says"))
    def proposed(self, forest: Forest) -> str:
        return _drawn(forest, forest.proposed_boundary)


def _drawn(forest: Forest, boundary: Boundary | None) -> str:
    return draw_outline(boundary, forest.area_hectares, forest.country) if boundary else ""


def _show_file(request: HttpRequest, forest: Forest) -> HttpResponseRedirect | None:
    """Return to the form after an upload, so that the manager sees the outline before deciding."""
    if not request.FILES.get("kml") and request.POST.get("decision") != EXCHANGE:
        return None
    messages.info(request, gettext("The file was understood. Look at its map below, then decide."))
    address = reverse("admin:catalogue_forest_change", args=[forest.pk])
    return HttpResponseRedirect(address)
