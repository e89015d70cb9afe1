"""Counters of what is read. They hold no person's data.

A row is a month, and its days stand in it as an array: day by day, a million visits a day would
fill thirty times as many rows. See docs/decisions/0017-visits-not-visitors.md.
"""

from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import Batch, Beekeeper, Jar, PrintRun, Retailer
from upendo.story.ways import Way

DAYS = 31  # numbers in each month's array, of shorter months too
CODES_KEPT_MONTHS = 13  # besides the current one; then a code's visits are its story's alone
DAYS_KEPT_MONTHS = 25  # besides the current one; then a month's array has one number, its sum
MOST_KEPT = 1000  # a misprinted label is one code; whoever tries codes at random has many
KEPT_DAYS = 180  # after the last time that somebody asked


class UnknownCode(models.Model):
    """A code that somebody asked for but no jar has, for example from a misprinted label."""

    code = models.CharField(max_length=15, primary_key=True)
    count = models.PositiveIntegerField(default=1)
    first_asked_at = models.DateTimeField(auto_now_add=True)
    last_asked_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-count", "-last_asked_at"]

    def __str__(self) -> str:
        return self.code


def count_unknown_code(code: str) -> None:
    """Add one to a code's counter; forget others that are old, or too many to look through."""
    _, is_new = UnknownCode.objects.update_or_create(
        code=code, defaults={"count": F("count") + 1}, create_defaults={}
    )
    if is_new:
        _forget_others(code)


def _forget_others(code: str) -> None:
    others = UnknownCode.objects.exclude(code=code)
    others.filter(last_asked_at__lt=timezone.now() - timedelta(days=KEPT_DAYS)).delete()
    surplus = others.order_by("-count", "-last_asked_at").values("pk")[MOST_KEPT - 1 :]
    UnknownCode.objects.filter(pk__in=surplus).delete()


class Kind(models.TextChoices):
    """What a number counts. Each visit adds one at most to each."""

    VISIT = "visit", _("Visits")  # openings of a story in a tab; by way in, without a value
    PAGE = "page", _("Pages seen")  # by way in; the value is one of story/pages.py: COUNTED
    ACT = "act", _("What readers did")  # by way in; the value is one of Act
    LANGUAGE = "language", _("Languages")  # the value is what the browser asks for first: "de"
    DEVICE = "device", _("Devices")  # the value is one of Device
    COUNTRY = "country", _("Countries")  # the value is a country's two letters, where a proxy tells


class Act(models.TextChoices):
    """What a reader does besides reading."""

    LETTER_OPENED = "letter-opened", _("Began a letter")  # wrote into its form
    LETTER_WRITTEN = "letter-written", _("Sent a letter")
    SHARED = "shared", _("Shared a page")


class Device(models.TextChoices):
    """What a visit was made with, as far as the browser says by itself."""

    PHONE = "phone", _("Phone")
    LARGER = "larger", _("Tablet or computer")


class CountedStory(models.Model):
    """What visits are counted for: all codes that have these four in common.

    It is looked up when a visit is written, so it says what the code told on that day. It outlives
    what it names, whose numbers still belong to the whole: so the database holds no references.
    """

    batch = models.ForeignKey(
        Batch, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    beekeeper = models.ForeignKey(
        Beekeeper, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    retailer = models.ForeignKey(
        Retailer, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    print_run = models.ForeignKey(
        PrintRun, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "beekeeper", "retailer", "print_run"],
                nulls_distinct=False,
                name="counted_story_once",
            )
        ]

    def __str__(self) -> str:
        return gettext("Batch %(batch_id)s, beekeeper %(beekeeper_id)s") % {
            "batch_id": self.batch_id,
            "beekeeper_id": self.beekeeper_id,
        }


class StoryCount(models.Model):
    """How often something happened to a story on each day of a month.

    ``days[d - 1]`` is day d of the month. After 25 months the array has one number alone, the
    month's, which stands on its first day.
    """

    pk = models.CompositePrimaryKey("kind", "month", "story", "way", "value")
    kind = models.CharField(max_length=8, choices=Kind)
    month = models.DateField(help_text=_("The month's first day."))
    story = models.ForeignKey(
        CountedStory, on_delete=models.CASCADE, related_name="counts", db_index=False
    )
    way = models.CharField(max_length=6, choices=Way, blank=True)
    value = models.CharField(max_length=30, blank=True)
    days = ArrayField(models.PositiveIntegerField(), size=DAYS)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(days__len__in=[1, DAYS]), name="story_count_is_of_days_or_a_month"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.value} {self.month:%Y-%m}"


class CodeCount(models.Model):
    """How often one code's story was opened on each day of a month; kept for 13 months.

    Nothing else is counted by codes: often a code is one household's jar. The same visits are in
    StoryCount from the start, so nothing is lost when these rows go.
    """

    pk = models.CompositePrimaryKey("month", "jar")
    month = models.DateField(help_text=_("The month's first day."))
    jar = models.ForeignKey(
        Jar,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
        db_index=False,  # the key finds some months of one jar
    )
    days = ArrayField(models.PositiveIntegerField(), size=DAYS)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(days__len=DAYS), name="code_count_is_of_days")
        ]

    def __str__(self) -> str:
        return gettext("Code %(jar_id)s %(month)s") % {
            "jar_id": self.jar_id,
            "month": f"{self.month:%Y-%m}",
        }


class OpenedCode(models.Model):
    """The day on which a code was opened first; a code without a row never was. Kept for ever."""

    jar = models.OneToOneField(
        Jar, primary_key=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    first_on = models.DateField()

    def __str__(self) -> str:
        return gettext("Code %(jar_id)s %(first_on)s") % {
            "jar_id": self.jar_id,
            "first_on": self.first_on,
        }
