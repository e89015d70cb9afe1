"""The printed codes, and the shops that sell the jars."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from upendo.catalogue import codes
from upendo.catalogue.models.beekeeper import Beekeeper
from upendo.catalogue.models.honey import Batch
from upendo.catalogue.models.picture import Picture
from upendo.catalogue.models.shown import ShownBeekeeper, shown


class Market(models.TextChoices):
    """Where a jar is sold; it decides which claims may be shown."""

    EU = "EU", "European Union"
    UK = "UK", "United Kingdom"
    US = "US", "United States"
    CA = "CA", "Canada"
    ANZ = "ANZ", "Australia and New Zealand"
    WORLD = "WORLD", "Rest of the world"


class Retailer(models.Model):
    """A shop or wholesaler."""

    name = models.CharField(max_length=80, unique=True)
    website = models.URLField(blank=True)
    logo = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    market = models.CharField(
        max_length=5,
        choices=Market,
        blank=True,
        help_text="Empty: unknown, and the strictest rules of all markets hold.",
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class JarQuerySet(models.QuerySet["Jar"]):
    def printed(self) -> Self:
        """Jars whose code is out in the world: live or retired."""
        return self.exclude(status=Jar.Status.DRAFT)

    def with_story(self) -> Self:
        """Jars with all that their story tells, in a constant number of queries."""
        return self.select_related(
            "retailer__logo",
            "beekeeper__portrait",
            "beekeeper__letter_photo",
            "batch__honey__jar_photo",
            "batch__honey__footprint",
            "batch__forest__photo",
        ).prefetch_related(
            "beekeeper__consents",
            "batch__honey__facts",
            "batch__honey__nutrition",
            models.Prefetch(
                "batch__honey__harvest_pictures",
                Picture.objects.order_by("harvestpicture__position", "harvestpicture__id"),
            ),
            "batch__honey__footprint__stages",
            "batch__forest__species",
            "batch__forest__seasons",
        )

    def one_slip_from(self, code: str) -> list[str]:
        """Return the printed codes that a slip turns into this one, for "did you mean"."""
        near = self.printed().filter(code__in=codes.neighbours(code))
        return list(near.order_by("code").values_list("code", flat=True)[:3])


class Jar(models.Model):
    """A printed code and the story that it always opens.

    Once live, a code can be retired but never deleted or renamed, since it stands on jars; the
    database refuses both (a trigger of the first migration).
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        LIVE = "live", "Live"
        RETIRED = "retired", "Retired"

    code = models.CharField(
        max_length=codes.LONGEST,
        unique=True,
        default=codes.generate,
        help_text="1 to 15 letters and digits, as printed on the jar.",
    )
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="jars")
    beekeeper = models.ForeignKey(
        Beekeeper,
        on_delete=models.PROTECT,
        related_name="jars",
        verbose_name="featured beekeeper",
    )
    retailer = models.ForeignKey(
        Retailer, null=True, blank=True, on_delete=models.PROTECT, related_name="jars"
    )
    net_weight_grams = models.PositiveSmallIntegerField(
        "net weight, g", default=500, validators=[MinValueValidator(1)]
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    updated_at = models.DateTimeField(auto_now=True)

    objects = JarQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = "jar code"
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=codes.PATTERN),
                name="jar_code_is_upper_case_letters_and_digits",
                violation_error_message="A code has 1 to 15 letters and digits, nothing else.",
            ),
            models.CheckConstraint(
                condition=Q(net_weight_grams__gt=0),
                name="jar_weighs_something",
                violation_error_message="A jar holds more than 0 g.",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("page", args=[self.code, "menu"])

    @property
    def shown_beekeeper(self) -> ShownBeekeeper:
        """The featured beekeeper as readers may see them."""
        return shown(self.beekeeper, self.batch.forest)

    def clean_fields(self, exclude: Any = None) -> None:
        self.code = codes.normalise(self.code)
        super().clean_fields(exclude)

    def clean(self) -> None:
        """Raises ValidationError when a printed code would change or go back to draft."""
        before = Jar.objects.printed().filter(pk=self.pk).first()
        if before and before.code != self.code:
            raise ValidationError({"code": f"{before.code} is printed on jars and stays as it is."})
        if before and self.status == Jar.Status.DRAFT:
            raise ValidationError({"status": "A printed code can be retired, but not unpublished."})
