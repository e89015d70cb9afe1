"""Who harvested the honey."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from upendo.catalogue.models.picture import Picture

if TYPE_CHECKING:
    from upendo.catalogue.models.jar import Jar


class Beekeeper(models.Model):
    """A beekeeper and the letter they wrote to the readers."""

    name = models.CharField(max_length=80, unique=True)
    village = models.CharField(max_length=120)
    since = models.PositiveSmallIntegerField(
        "beekeeper since", null=True, blank=True, help_text="The year they began."
    )
    bio = models.TextField("life", help_text="A blank line starts a new paragraph.")
    notice = models.CharField(
        max_length=250, blank=True, help_text="Shown small under the story, if there is one."
    )
    portrait = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    letter_photo = models.ForeignKey(
        Picture,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="photo of the handwritten letter",
    )
    letter_language = models.CharField(
        "language of the letter", max_length=10, default="sw", help_text="sw is Swahili."
    )
    letter_text = models.TextField("letter, word for word", blank=True)
    letter_translation = models.TextField("translation", blank=True)
    letter_translator = models.CharField("translated by", max_length=80, blank=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(since__range=(1900, 2100)),
                name="beekeeper_since_is_a_year",
                violation_error_message="The year somebody began has four digits, like 2009.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def agrees_to(self, subject: str) -> bool:
        """Return whether this may be shown now; prefetched consents are used."""
        return any(
            consent.subject == subject and consent.withdrawn_on is None
            for consent in self.consents.all()
        )

    def first_printed_jar(self) -> "Jar | None":
        """Return a jar whose readers meet this beekeeper; prefetched jars are used."""
        return next((jar for jar in self.jars.all() if jar.status != "draft"), None)
