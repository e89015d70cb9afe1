"""Where honey is harvested."""

from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.maps.kml.boundaries import Boundary
from upendo.catalogue.maps.surroundings import Surroundings, cut_for
from upendo.catalogue.maps.surroundings import surroundings as cut_out
from upendo.catalogue.models.content import Content, Part
from upendo.catalogue.models.fields import (
    month_field,
    month_range,
    not_negative,
    position_field,
)
from upendo.catalogue.models.picture import Picture


class Forest(Content):
    """A forest, its outline on the map and what lives in it; every figure names its source."""

    reader_texts = (
        "title",
        "region",
        "country",
        "description",
        "importance",
        "group_story",
        "boundary_note",
        "area_source",
        "beekeeper_count_source",
    )
    path_to_jars = "batches__jars"

    title = models.CharField(_("name"), max_length=120, unique=True)
    region = models.CharField(max_length=120, help_text=_("For example: Katavi Region"))
    country = models.CharField(max_length=60, default="Tanzania")
    description = models.TextField(
        help_text=_("What one sees, hears and smells there. A blank line starts a new paragraph.")
    )
    importance = models.TextField(
        _("why it matters"),
        blank=True,
        help_text=_("Why a standing forest matters, in plain words."),
    )
    photo = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    boundary = models.JSONField(
        _("outline"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Simplified GeoJSON MultiPolygon."),
    )
    apiaries = models.JSONField(
        default=list, blank=True, editable=False, help_text=_("Name, longitude, latitude of each.")
    )
    proposal = models.JSONField(
        _("outline to look at"),
        null=True,
        editable=False,
        help_text=_("Boundary and apiaries out of the last file, until somebody takes them over."),
    )
    proposal_notes = models.JSONField(
        _("about the outline to look at"),
        null=True,
        editable=False,
        help_text=_("What of the last file is not drawn as it stands there, in sentences."),
    )
    boundary_note = models.CharField(
        _("about the outline"),
        max_length=200,
        blank=True,
        help_text=_("Where it comes from, and how exact it is. Readers see it under the map."),
    )
    surroundings = models.JSONField(
        _("what lies around it"),
        null=True,
        blank=True,
        editable=False,
        help_text=_(
            "Rivers, lakes, towns and coasts, after Natural Earth; cut out when it is saved."
        ),
    )
    area_hectares = models.PositiveIntegerField(_("area in hectares"), null=True, blank=True)
    area_source = models.CharField(
        _("source of the area"), max_length=250, blank=True, help_text=_("Needed beside an area.")
    )
    beekeeper_count = models.PositiveIntegerField(_("number of beekeepers"), null=True, blank=True)
    beekeeper_count_source = models.CharField(
        _("source of the number of beekeepers"),
        max_length=250,
        blank=True,
        help_text=_("Needed beside a number of beekeepers."),
    )
    group_story = models.TextField(
        _("about its beekeepers"),
        blank=True,
        default="",
        db_default="",
        help_text=_(
            "Shown instead of a beekeeper's life where the person does not want to be shown."
        ),
    )

    class Meta:
        ordering = ["title"]
        constraints = [
            not_negative("area_hectares", "forest_area_not_negative"),
            not_negative("beekeeper_count", "forest_beekeepers_not_negative"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it with what lies around its outline, whoever has changed that."""
        self.look_around()
        super().save(*args, **kwargs)

    def look_around(self) -> bool:
        """Bring what lies around it in step with its outline, and return whether it was not."""
        wanted = cut_for(self.boundary, self.apiaries)
        if wanted == (self.surroundings or {}).get("cut_for", ""):
            return False
        self.surroundings = cut_out(self.boundary, self.apiaries) if wanted else None
        return True

    @property
    def known_surroundings(self) -> Surroundings | None:
        """What lies around it; none while that was cut out for another outline."""
        known: Surroundings | None = self.surroundings
        fits = known and known["cut_for"] == cut_for(self.boundary, self.apiaries)
        return known if fits else None

    @property
    def group_name(self) -> str:
        """The name for all its beekeepers together, as it stands in the middle of a sentence."""
        return gettext("the beekeepers of %(title)s") % {"title": self.title}

    @property
    def present_boundary(self) -> Boundary | None:
        """The outline and apiaries that readers see on the map."""
        return Boundary(self.boundary, self.apiaries) if self.boundary else None

    @property
    def proposed_boundary(self) -> Boundary | None:
        """The outline and apiaries of the last file, until somebody accepts or discards them."""
        return Boundary(**self.proposal, notes=self.proposal_notes or []) if self.proposal else None

    def propose(self, boundary: Boundary) -> None:
        """Keep a new boundary beside the present one until somebody has looked at it."""
        self.proposal = {"outline": boundary.outline, "apiaries": boundary.apiaries}
        self.proposal_notes = boundary.notes

    def take_proposal(self) -> None:
        """Put the proposed boundary in the present one's place."""
        if self.proposal:
            self.boundary, self.apiaries = self.proposal["outline"], self.proposal["apiaries"]
        self.discard_proposal()

    def discard_proposal(self) -> None:
        """Keep the present boundary."""
        self.proposal = self.proposal_notes = None


class Species(Part):
    """A plant or an animal of a forest."""

    reader_texts = ("name", "latin_name", "note", "source")
    path_to_jars = "forest__batches__jars"

    PART_OF = "forest"

    class Kind(models.TextChoices):
        PLANT = "plant", _("Plant")
        ANIMAL = "animal", _("Animal")

    forest = models.ForeignKey(Forest, on_delete=models.CASCADE, related_name="species")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=80, help_text=_("As people there call it, or in English."))
    latin_name = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=250, blank=True)
    source = models.CharField(max_length=250, blank=True)
    position = position_field()

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("plant or animal")
        verbose_name_plural = _("plants and animals")
        constraints = [
            models.UniqueConstraint(fields=["forest", "name"], name="species_once_per_forest"),
        ]

    def __str__(self) -> str:
        return self.name


class Season(Part):
    """A span of months in a forest's year; it may run over the new year."""

    reader_texts = ("label",)
    path_to_jars = "forest__batches__jars"

    PART_OF = "forest"

    class Kind(models.TextChoices):
        RAIN = "rain", _("Rain")
        BLOOM = "bloom", _("Bloom")
        HARVEST = "harvest", _("Harvest")

    forest = models.ForeignKey(Forest, on_delete=models.CASCADE, related_name="seasons")
    kind = models.CharField(max_length=10, choices=Kind)
    label = models.CharField(max_length=80)
    first_month = month_field()
    last_month = month_field()

    class Meta:
        ordering = ["id"]
        verbose_name = _("season")
        verbose_name_plural = _("the year in the forest")
        constraints = [month_range("season_months")]

    def __str__(self) -> str:
        return self.label
