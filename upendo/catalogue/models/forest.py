"""Where honey is harvested."""

from django.db import models

from upendo.catalogue.models.fields import month_field, month_range, not_negative
from upendo.catalogue.models.picture import Picture


class Forest(models.Model):
    """A forest, its outline on the map and what lives in it; every figure names its source."""

    title = models.CharField(max_length=120, unique=True)
    region = models.CharField(max_length=120, help_text="For example: Katavi Region")
    country = models.CharField(max_length=60, default="Tanzania")
    description = models.TextField(help_text="A blank line starts a new paragraph.")
    importance = models.TextField(
        "why it matters", blank=True, help_text="Why a standing forest matters, in plain words."
    )
    photo = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    boundary = models.JSONField(
        null=True, blank=True, editable=False, help_text="Simplified GeoJSON MultiPolygon."
    )
    apiaries = models.JSONField(
        default=list, blank=True, editable=False, help_text="Name, longitude, latitude of each."
    )
    boundary_note = models.CharField(
        max_length=200, blank=True, help_text="Where the outline comes from, and how exact it is."
    )
    area_hectares = models.PositiveIntegerField("area in hectares", null=True, blank=True)
    area_source = models.CharField("source of the area", max_length=250, blank=True)
    beekeeper_count = models.PositiveIntegerField("number of beekeepers", null=True, blank=True)
    beekeeper_count_source = models.CharField(
        "source of the number of beekeepers", max_length=250, blank=True
    )
    group_story = models.TextField(
        "about its beekeepers",
        blank=True,
        default="",
        db_default="",
        help_text="Shown instead of a beekeeper's life where the person does not want to be shown.",
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["title"]
        constraints = [
            not_negative("area_hectares", "forest_area_not_negative"),
            not_negative("beekeeper_count", "forest_beekeepers_not_negative"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def group_name(self) -> str:
        """What its beekeepers are called together, in the middle of a sentence."""
        return f"the beekeepers of {self.title}"


class Species(models.Model):
    """A plant or an animal of a forest."""

    class Kind(models.TextChoices):
        PLANT = "plant"
        ANIMAL = "animal"

    forest = models.ForeignKey(Forest, on_delete=models.CASCADE, related_name="species")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=80)
    latin_name = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=250, blank=True)
    source = models.CharField(max_length=250, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        verbose_name_plural = "species"
        constraints = [
            models.UniqueConstraint(fields=["forest", "name"], name="species_once_per_forest"),
        ]

    def __str__(self) -> str:
        return self.name


class Season(models.Model):
    """A span of months in a forest's year; it may run over the new year."""

    class Kind(models.TextChoices):
        RAIN = "rain"
        BLOOM = "bloom"
        HARVEST = "harvest"

    forest = models.ForeignKey(Forest, on_delete=models.CASCADE, related_name="seasons")
    kind = models.CharField(max_length=10, choices=Kind)
    label = models.CharField(max_length=80)
    first_month = month_field()
    last_month = month_field()

    class Meta:
        ordering = ["id"]
        constraints = [month_range("season_months")]

    def __str__(self) -> str:
        return self.label
