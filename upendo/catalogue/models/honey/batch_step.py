"""The way of a batch, from the tree to the shop."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.maps.typed_places import (
    BadCoordinatesError,
    Position,
    read_coordinates,
    written,
)
from upendo.catalogue.models.content import Part
from upendo.catalogue.models.honey.honey import Batch
from upendo.catalogue.models.picture import Picture


class BatchStep(Part):
    """A step of a batch's way. Readers see it from the day on which it happened."""

    reader_texts = ("place", "text", "proof_title")
    path_to_jars = "batch__jars"

    PART_OF = "batch"

    # True of one lot alone.
    NOT_COPIED = frozenset({"day", "proof_title", "proof_url"})

    class Kind(models.TextChoices):
        HARVESTED = "harvested", _("Harvested")
        PRESSED = "pressed", _("Pressed")
        DRAINED = "drained", _("Drained from the comb")
        TESTED = "tested", _("Tested")
        FILLED = "filled", _("Filled")
        SHIPPED = "shipped", _("Shipped")
        ARRIVED = "arrived", _("Arrived")
        IN_SHOP = "in_shop", _("In the shop")

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(_("step"), max_length=10, choices=Kind)
    day = models.DateField(
        null=True,
        blank=True,
        help_text=_("When it happened. Readers see the step once it has a day."),
    )
    place = models.CharField(max_length=120, help_text=_("For example: Inyonga, Tanzania"))
    coordinates = models.CharField(
        _("on the map"),
        max_length=60,
        blank=True,
        help_text=_(
            "Latitude and longitude as a map shows them, such as -6.82, 39.27. Two places "
            "or more make a line on the map."
        ),
    )
    text = models.CharField(
        _("what happened"),
        max_length=250,
        blank=True,
        help_text=_("In a sentence. Name nobody here who may want to be forgotten."),
    )
    picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    proof_title = models.CharField(
        _("proof"),
        max_length=160,
        blank=True,
        help_text=_("A document that anybody may read: what it is, and its date."),
    )
    proof_url = models.URLField(_("link to the proof"), blank=True)

    class Meta:
        ordering = [F("day").asc(nulls_last=True), "id"]
        verbose_name = _("step of the way")
        verbose_name_plural = _("steps of the way")
        constraints = [
            models.CheckConstraint(
                condition=Q(coordinates="")
                | Q(coordinates__regex=r"^-?\d{1,2}(\.\d+)?, -?\d{1,3}(\.\d+)?$"),
                name="step_coordinates_are_degrees",
                violation_error_message=_("Type latitude and longitude as a map shows them."),
            ),
            models.CheckConstraint(
                condition=Q(proof_title="", proof_url="") | (~Q(proof_title="") & ~Q(proof_url="")),
                name="step_proof_has_title_and_link",
                violation_error_message=_("A proof needs both a title and a link."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.place}"

    @property
    def position(self) -> Position | None:
        """Where it happened, if that is known."""
        return read_coordinates(self.coordinates) if self.coordinates else None

    def clean_fields(self, exclude: Any = None) -> None:
        """Raises ValidationError, also for coordinates that are none."""
        if self.coordinates:
            try:
                self.coordinates = written(*read_coordinates(self.coordinates))
            except BadCoordinatesError as error:
                raise ValidationError({"coordinates": str(error)}) from error
        super().clean_fields(exclude)

    def clean(self) -> None:
        """Raises ValidationError for a day that has not come yet."""
        if self.day and self.day > timezone.localdate():
            words = gettext(
                "This day has not come yet. Leave it empty until the step has happened."
            )
            raise ValidationError({"day": words})
