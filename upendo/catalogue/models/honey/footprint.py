"""What a honey emitted until it reached the shop, beside a comparison honey."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models.content import Content, Part
from upendo.catalogue.models.fields import not_negative, position_field
from upendo.catalogue.models.honey.honey import Honey


class Footprint(Content):
    """A footprint study: its method and its stages, in grams of CO2e per kilogram of honey.

    There is no net figure and no credit for the forest: EU Directive 2024/825 bans product claims
    of a neutral, reduced or positive climate impact that rest on offsetting.
    """

    reader_texts = ("subject", "comparison", "method", "boundary", "source", "action")
    path_to_jars = "honey__batches__jars"

    REACHED_BY = "honey"

    # None only as long as the new footprint of a honey that readers see waits to be published.
    honey = models.OneToOneField(
        Honey, null=True, on_delete=models.CASCADE, related_name="footprint"
    )
    subject = models.CharField(
        _("name of this honey in the chart"), max_length=80, default="This honey"
    )
    comparison = models.CharField(
        _("name of the compared honey"), max_length=80, default="A domestic honey"
    )
    method = models.CharField(
        max_length=250, help_text=_("How it was calculated, and by which standard.")
    )
    boundary = models.CharField(
        _("what is counted"),
        max_length=250,
        help_text=_("From where to where, and what is left out."),
    )
    year = models.PositiveSmallIntegerField(
        _("year of the study"), help_text=_("Four digits, such as 2025.")
    )
    source = models.CharField(
        max_length=250, help_text=_("Who found this out, so that a reader could look it up.")
    )
    action = models.TextField(
        _("what is being done about it"),
        blank=True,
        help_text=_(
            "What will make it smaller. Never offsets, never a forest: the law forbids both."
        ),
    )

    class Meta:
        ordering = ["honey__name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(year__range=(1990, 2100)),
                name="footprint_year_is_a_year",
                violation_error_message=_("The year of the study has four digits, like 2025."),
            ),
        ]

    def __str__(self) -> str:
        return (
            gettext("Footprint of %(honey)s") % {"honey": self.honey}
            if self.honey
            else gettext("New footprint (%(source)s)") % {"source": self.source}
        )


class FootprintStage(Part):
    """A stage of the journey. An empty figure means that nobody measured it; it is never 0."""

    reader_texts = ("label",)
    path_to_jars = "footprint__honey__batches__jars"

    PART_OF = "footprint"

    footprint = models.ForeignKey(Footprint, on_delete=models.CASCADE, related_name="stages")
    label = models.CharField(_("stage"), max_length=60, help_text=_("For example: sea freight."))
    grams_per_kg = models.PositiveIntegerField(
        _("this honey, g CO2e per kg"), null=True, blank=True, help_text=_("Empty: not measured.")
    )
    comparison_grams_per_kg = models.PositiveIntegerField(
        _("compared honey, g CO2e per kg"),
        null=True,
        blank=True,
        help_text=_("Empty: not measured."),
    )
    position = position_field()

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("stage")
        constraints = [
            models.UniqueConstraint(fields=["footprint", "label"], name="stage_once_per_footprint"),
            not_negative("grams_per_kg", "stage_grams_not_negative"),
            not_negative("comparison_grams_per_kg", "stage_comparison_not_negative"),
        ]

    def __str__(self) -> str:
        return self.label
