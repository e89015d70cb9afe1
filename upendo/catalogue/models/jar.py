"""The printed codes."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue import codes
from upendo.catalogue.also_told import also_told, records_told_by
from upendo.catalogue.markets import Market, sold_in
from upendo.catalogue.models.beekeeper import Beekeeper
from upendo.catalogue.models.content import Content
from upendo.catalogue.models.honey.batch_beekeeper import BatchBeekeeper
from upendo.catalogue.models.honey.batch_step import BatchStep
from upendo.catalogue.models.honey.honey import Batch
from upendo.catalogue.models.picture import Picture
from upendo.catalogue.models.recording import Recording
from upendo.catalogue.models.retailer import Retailer
from upendo.catalogue.models.samples import SAMPLES
from upendo.catalogue.models.shown import ShownBeekeeper, shown, shown_person
from upendo.catalogue.models.story_paths import any_of, paths_to
from upendo.catalogue.pictures.places import HARVEST, MANY, PLACES
from upendo.editing.models import Draft, Draftable, DraftQuerySet

# What stories tell of a person, as look-ups from a line of a batch.
OF_A_PERSON = ("beekeeper__portrait", "beekeeper__letter_photo", "beekeeper__letter_recording")


class JarQuerySet(models.QuerySet["Jar"]):
    def telling(self, record: Draftable) -> Self:
        """Samples of the jars whose story tells this record; of a jar, itself."""
        conditions = [Q(**{path: record.pk}) for path in paths_to(type(record))]
        conditions += [kind.tells(record) for kind in also_told(type(record))]
        jars = self if isinstance(record, Jar) else self.samples()
        return jars.filter(any_of(conditions)).distinct()

    def printed(self) -> Self:
        """Jars whose code may be printed on labels: live or retired."""
        return self.filter(status__in=[Jar.Status.LIVE, Jar.Status.RETIRED])

    def samples(self) -> Self:
        """One jar for each different story in each status, however many there are."""
        return self.filter(pk__in=SAMPLES)

    def newest_stories(self) -> Self:
        """One jar, live or draft, for each different story, those of the newest batches first."""
        story = ("-batch_id", "beekeeper_id", "retailer_id")
        living = self.samples().exclude(status=Jar.Status.RETIRED)
        return living.order_by(*story, "code").distinct("batch_id", *story[1:])

    def stories_to_mend(self) -> Self:
        """One jar for each different story, those of the newest batches first.

        A draft stands for its story before a live code does: it waits for what is missing.
        """
        story = ("batch_id", "beekeeper_id", "retailer_id")
        living = self.samples().exclude(status=Jar.Status.RETIRED)
        sorted_out = living.order_by("-batch_id", *story[1:], "status", "code").distinct(*story)
        return sorted_out.select_related("batch__honey", "beekeeper", "retailer")

    def with_story(self) -> Self:
        """Jars with all that their story tells, in a constant number of queries."""
        return self.select_related(
            "batch__honey__footprint",
            "beekeeper__letter_recording",
            *(place.path for place in PLACES if place.path and place not in MANY),
        ).prefetch_related(
            "beekeeper__consents",
            "batch__honey__facts",
            "batch__honey__nutrition",
            models.Prefetch(
                HARVEST.path,
                Picture.objects.order_by("harvestpicture__position", "harvestpicture__id"),
            ),
            "batch__honey__footprint__stages",
            models.Prefetch("batch__steps", BatchStep.objects.select_related("picture")),
            models.Prefetch("batch__people", BatchBeekeeper.objects.select_related(*OF_A_PERSON)),
            "batch__people__beekeeper__consents",
            "batch__forest__species",
            "batch__forest__seasons",
        )

    def one_slip_from(self, code: str) -> list[str]:
        """Return the printed codes that a slip turns into this one, for "did you mean"."""
        near = self.printed().filter(code__in=codes.neighbours(code))
        return list(near.order_by("code").values_list("code", flat=True)[:3])

    def looking_like(self, code: str) -> list[str]:
        """Return up to three printed codes that differ in 0 and O, or 1, I and L, alone."""
        alike = self.printed().annotate(looks=codes_look(F("code")))
        alike = alike.filter(looks=codes_look(Value(code)))
        return list(alike.order_by("code").values_list("code", flat=True)[:3])


def codes_look(code: F | Value) -> Func:
    """Return how a code looks in print, where 0 and O are one sign, and 1, I and L another."""
    return Func(
        code, Value("OIL"), Value("011"), function="translate", output_field=models.TextField()
    )


class Jar(Content):
    """A printed code and the story that it always opens.

    Once live, a code can be retired but never deleted or renamed, since it stands on jars; the
    database refuses both (a trigger of the first migration).
    """

    KEPT_FIELDS = frozenset({"code", "status"})

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        LIVE = "live", _("Live")
        RETIRED = "retired", _("Retired")

    code = models.CharField(
        max_length=codes.LONGEST,
        unique=True,
        default=codes.generate,
        help_text=_(
            "1 to 15 letters and digits, as printed on the jar. Keep the suggested one "
            "unless the code is printed already."
        ),
    )
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="jars")
    beekeeper = models.ForeignKey(
        Beekeeper,
        on_delete=models.PROTECT,
        related_name="jars",
        verbose_name=_("featured beekeeper"),
        help_text=_("The person whose story this jar tells."),
    )
    retailer = models.ForeignKey(
        Retailer,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="jars",
        db_index=False,  # the index below begins with it
    )
    net_weight_grams = models.PositiveSmallIntegerField(
        _("net weight, g"), default=500, validators=[MinValueValidator(1)]
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    print_run = models.ForeignKey(
        "PrintRun", null=True, editable=False, on_delete=models.CASCADE, related_name="jars"
    )

    objects = JarQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("jar code")
        indexes = [
            # What `samples` leaps along.
            models.Index(
                F("status"),
                F("batch"),
                F("beekeeper"),
                Coalesce("retailer", 0),
                name="jar_stories",
            ),
            models.Index(fields=["retailer", "status"], name="jar_retailers"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=codes.PATTERN),
                name="jar_code_is_upper_case_letters_and_digits",
                violation_error_message=_("A code has 1 to 15 letters and digits, nothing else."),
            ),
            models.CheckConstraint(
                condition=Q(net_weight_grams__gt=0),
                name="jar_weighs_something",
                violation_error_message=_("A jar holds more than 0 g."),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("page", args=[self.code, "menu"])

    @property
    def is_printed(self) -> bool:
        """Whether the code may be printed on labels: it is live or retired."""
        return self.status != Jar.Status.DRAFT

    def records(self) -> list[Content]:
        """Return the records to which links lead from this jar, the jar first, each once."""
        people = [self.beekeeper, *self._others()]
        batch, honey = self.batch, self.batch.honey
        footprint = getattr(honey, "footprint", None)
        found = [self, self.retailer, *people, batch, honey, batch.forest, footprint]
        return list(dict.fromkeys([*filter(None, found), *self.pictures(), *self.recordings()]))

    @property
    def market(self) -> Market | None:
        """Where this jar is sold; None (the strictest rules) when unknown or everywhere."""
        return sold_in(self.code, self.retailer.market if self.retailer else None)

    def pictures(self) -> list[Picture]:
        """Return the pictures of this jar's story."""
        return [picture for place in PLACES for picture in place.pictures_of(self)]

    def recordings(self) -> list[Recording]:
        """Return the recordings of this jar's letters."""
        people = [self.beekeeper, *self._others()]
        return [person.letter_recording for person in people if person.letter_recording]

    def story_drafts(self) -> DraftQuerySet:
        """Return the drafts of everything that this jar's story tells."""
        others = records_told_by(Jar.objects.filter(pk=self.pk))
        return Draft.objects.of(*self.records(), *others)

    @property
    def shown_beekeeper(self) -> ShownBeekeeper:
        """The featured beekeeper as readers may see them."""
        return shown(self.beekeeper, self.batch.forest)

    @property
    def shown_people(self) -> list[ShownBeekeeper]:
        """Who else harvested the batch, in order: those who agree to be named."""
        return [person for other in self._others() if (person := shown_person(other))]

    def _others(self) -> list[Beekeeper]:
        people = self.batch.people.all()
        return [row.beekeeper for row in people if row.beekeeper_id != self.beekeeper_id]

    def clean_fields(self, exclude: Any = None) -> None:
        self.code = codes.normalise(self.code)
        super().clean_fields(exclude)

    def clean(self) -> None:
        """Raises ValidationError when a printed code would change or go back to draft."""
        before = Jar.objects.printed().filter(pk=self.pk).first()
        if before and before.code != self.code:
            words = gettext("%(code)s is printed on jars and stays as it is.")
            raise ValidationError({"code": words % {"code": before.code}})
        if before and self.status == Jar.Status.DRAFT:
            raise ValidationError(
                {"status": gettext("A printed code can be retired, but not unpublished.")}
            )
