"""What is in the jar: varieties and their batches."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models.content import Content, Part
from upendo.catalogue.models.fields import not_negative, position_field
from upendo.catalogue.models.forest import Forest
from upendo.catalogue.models.picture import Picture


class Honey(Content):
    """A variety: what it is, how it tastes and how it is harvested."""

    reader_texts = ("name", "tasting_note", "description", "season", "harvest", "recipe_title")
    path_to_jars = "batches__jars"

    name = models.CharField(max_length=80, unique=True)
    tasting_note = models.CharField(
        max_length=250, help_text=_("What one tastes, in one sentence. Nothing about health.")
    )
    description = models.TextField(help_text=_("A blank line starts a new paragraph."))
    season = models.CharField(max_length=80, help_text=_("For example: May to August"))
    harvest = models.TextField(help_text=_("How it is harvested, in few words."))
    jar_photo = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    harvest_pictures = models.ManyToManyField(
        Picture, through="HarvestPicture", related_name="+", blank=True
    )
    recipe_title = models.CharField(
        max_length=120, blank=True, help_text=_("A recipe needs both a title and a link.")
    )
    recipe_url = models.URLField(_("recipe link"), blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = _("honeys")
        constraints = [
            models.CheckConstraint(
                condition=Q(recipe_title="", recipe_url="")
                | (~Q(recipe_title="") & ~Q(recipe_url="")),
                name="honey_recipe_has_title_and_link",
                violation_error_message=_("A recipe needs both a title and a link."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class HarvestPicture(Part):
    """A picture of a honey's harvest, in its place in the series."""

    PART_OF = "honey"

    honey = models.ForeignKey(Honey, on_delete=models.CASCADE)
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT)
    position = position_field()

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("harvest picture")

    def __str__(self) -> str:
        return str(self.picture)


class HoneyFact(Part):
    """Something worth knowing about a honey, such as how to store it."""

    class Kind(models.TextChoices):
        GENERAL = "general", _("Good to know")
        INFANTS = "infants", _("The warning for infants")

    reader_texts = ("title", "text")
    path_to_jars = "honey__batches__jars"

    PART_OF = "honey"

    honey = models.ForeignKey(Honey, on_delete=models.CASCADE, related_name="facts")
    kind = models.CharField(
        max_length=10,
        choices=Kind,
        default=Kind.GENERAL,
        db_default=Kind.GENERAL,
        help_text=_(
            "Choose the warning for infants where this is your own wording of it; it then "
            "stands in place of ours, in a frame. Every honey has one."
        ),
    )
    title = models.CharField(max_length=80)
    text = models.TextField()
    position = position_field()

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("good to know")
        verbose_name_plural = _("good to know")

    def __str__(self) -> str:
        return self.title


class Nutrient(Part):
    """A line of the nutrition table."""

    reader_texts = ("name", "per_100g")
    path_to_jars = "honey__batches__jars"

    PART_OF = "honey"

    honey = models.ForeignKey(Honey, on_delete=models.CASCADE, related_name="nutrition")
    name = models.CharField(max_length=60)
    per_100g = models.CharField(_("per 100 g"), max_length=40, help_text=_("With its unit: 82 g"))
    position = position_field()

    class Meta:
        ordering = ["position", "id"]
        verbose_name = _("line of the nutrition table")
        verbose_name_plural = _("nutrition table")

    def __str__(self) -> str:
        return self.name


class Batch(Content):
    """One homogenised lot of a honey from one forest, with what the laboratory measured."""

    reader_texts = ("lot",)
    path_to_jars = "jars"

    # Measured of one lot, and true of no other.
    NOT_COPIED = frozenset({"weight_kg", "moisture_percent", "hmf_mg_per_kg", "colour_mm_pfund"})

    lot = models.CharField(
        _("lot number"), max_length=40, unique=True, help_text=_("As printed on the jars.")
    )
    honey = models.ForeignKey(Honey, on_delete=models.PROTECT, related_name="batches")
    forest = models.ForeignKey(Forest, on_delete=models.PROTECT, related_name="batches")
    harvested_from = models.DateField(_("first day of the harvest"))
    harvested_to = models.DateField(_("last day of the harvest"))
    bottled_on = models.DateField(null=True, blank=True)
    best_before = models.DateField(
        null=True, blank=True, help_text=_("As printed on the jars. Labels can show it.")
    )
    weight_kg = models.DecimalField(
        _("weight in kg"),
        max_digits=9,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    moisture_percent = models.DecimalField(
        _("moisture, %"),
        help_text=_("At most 20 in the European Union."),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    hmf_mg_per_kg = models.DecimalField(
        _("HMF, mg/kg"),
        help_text=_("It rises with heat and age; at most 80 for honey from the tropics."),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    colour_mm_pfund = models.PositiveSmallIntegerField(
        _("colour, mm Pfund"),
        null=True,
        blank=True,
        help_text=_("From 0, water white, to about 140."),
    )

    class Meta:
        ordering = ["-harvested_from", "lot"]
        verbose_name_plural = _("batches")
        constraints = [
            models.CheckConstraint(
                condition=Q(harvested_to__gte=F("harvested_from")),
                name="batch_harvest_ends_after_it_begins",
                violation_error_message=_("The harvest cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(bottled_on__isnull=True) | Q(bottled_on__gte=F("harvested_from")),
                name="batch_bottled_after_harvest",
                violation_error_message=_("Honey cannot be bottled before it is harvested."),
            ),
            models.CheckConstraint(
                condition=Q(moisture_percent__isnull=True) | Q(moisture_percent__range=(0, 100)),
                name="batch_moisture_is_a_percentage",
                violation_error_message=_("Moisture is a percentage from 0 to 100."),
            ),
            not_negative("weight_kg", "batch_weight_not_negative"),
            not_negative("hmf_mg_per_kg", "batch_hmf_not_negative"),
            not_negative("colour_mm_pfund", "batch_colour_not_negative"),
        ]

    def __str__(self) -> str:
        return self.lot
