"""What is made of codes: files of labels, and the sheets that people print them on."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import Jar, PrintRun
from upendo.desk.words import Words
from upendo.labels.address import AddressForm
from upendo.labels.printing.sheets import Sheet

KEPT_FOR = timedelta(days=1)
MOST_NUDGE = 10  # mm


def _millimetres(words: Words, least: float = 0, **more: Any) -> "models.DecimalField[Any, Any]":
    return models.DecimalField(
        words,
        max_digits=6,
        decimal_places=2,
        validators=[MinValueValidator(least), MaxValueValidator(1000)],
        **more,
    )


class OwnSheet(models.Model):
    """A sheet of labels that we do not know yet, as somebody measured it."""

    title = models.CharField(max_length=80, unique=True, help_text=_("As it stands on the packet."))
    page_width = _millimetres(_("width of the page, mm"), 10, default=210)
    page_height = _millimetres(_("height of the page, mm"), 10, default=297)
    label_width = _millimetres(_("width of a label, mm"), 5)
    label_height = _millimetres(_("height of a label, mm"), 5)
    columns = models.PositiveSmallIntegerField(
        _("labels side by side"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
    )
    rows = models.PositiveSmallIntegerField(
        _("labels one below the other"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    left = _millimetres(_("from the left edge to the first label, mm"), default=0)
    top = _millimetres(_("from the upper edge to the first label, mm"), default=0)
    gap_x = _millimetres(_("gap between labels side by side, mm"), default=0)
    gap_y = _millimetres(_("gap between labels one below the other, mm"), default=0)

    class Meta:
        ordering = ["title"]
        verbose_name = _("own sheet")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Raises ValidationError when the labels do not fit on the page."""
        measures = [getattr(self, field.attname) for field in self._meta.concrete_fields]
        if None not in measures[1:] and (problem := self.sheet.problem()):
            raise ValidationError(problem)

    @property
    def sheet(self) -> Sheet:
        """The sheet's measures, for making labels."""
        return Sheet(
            name=f"own-{self.pk}",
            title=self.title,
            page=(float(self.page_width), float(self.page_height)),
            label=(float(self.label_width), float(self.label_height)),
            columns=self.columns,
            rows=self.rows,
            left=float(self.left),
            top=float(self.top),
            gap=(float(self.gap_x), float(self.gap_y)),
        )


class Nudge(models.Model):
    """How far one person's printer is off, so that the next labels of theirs stand right."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    x = models.FloatField(default=0)
    y = models.FloatField(default=0)

    def __str__(self) -> str:
        return gettext("%(x)s mm to the right, %(y)s mm down") % {
            "x": f"{self.x:g}",
            "y": f"{self.y:g}",
        }


class LabelFileQuerySet(models.QuerySet["LabelFile"]):
    def forgotten(self) -> "LabelFileQuerySet":
        """Files that have waited a day; what was printed stays known."""
        return self.filter(made_at__lt=timezone.now() - KEPT_FOR)


class LabelFile(models.Model):
    """One making of labels: who, when, which codes, on what, and what their squares say.

    The record stays; its content waits a day to be downloaded.
    """

    class Kind(models.TextChoices):
        SHEET = "sheet", _("Labels to print, PDF")
        SVG = "svg", _("SVG, one file a code")
        EPS = "eps", _("EPS, one file a code")
        PDF = "pdf", _("PDF, one file a code")
        PNG = "png", _("PNG, one picture a code")
        ZPL = "zpl", _("ZPL, for a thermal printer")

    key = models.UUIDField(unique=True, default=uuid4)
    print_run = models.ForeignKey(PrintRun, on_delete=models.PROTECT, related_name="label_files")
    kind = models.CharField(max_length=5, choices=Kind, default=Kind.SHEET)
    sheet = models.CharField(_("printed on"), max_length=120, blank=True)
    address_form = models.CharField(max_length=5, choices=AddressForm, default=AddressForm.SHORT)
    site = models.CharField(_("address begins with"), max_length=255)
    wishes = models.JSONField(default=dict)
    number = models.PositiveIntegerField(_("number of codes"), default=0)
    done = models.PositiveIntegerField(default=0)
    is_ready = models.BooleanField(default=False)
    refusal = models.TextField(blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)

    objects = LabelFileQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]
        verbose_name = _("label file")
        verbose_name_plural = _("labels made")
        constraints = [
            models.CheckConstraint(
                condition=Q(done__lte=models.F("number")), name="label_file_done_within_number"
            )
        ]

    def __str__(self) -> str:
        name = ngettext("%(number)s label, %(value)s", "%(number)s labels, %(value)s", self.number)
        return name % {
            "number": f"{self.number:,}",
            "value": self.print_run.batch or gettext("several batches"),
        }

    @property
    def is_gone(self) -> bool:
        """Whether its content has been thrown away."""
        return self.made_at < timezone.now() - KEPT_FOR


class Label(models.Model):
    """A code on its way to a jar: what one printed square says.

    It keeps its code from being deleted, live or not: it may stand on a jar by now.
    """

    file = models.ForeignKey(LabelFile, on_delete=models.PROTECT, related_name="labels")
    jar = models.ForeignKey(Jar, on_delete=models.PROTECT, related_name="labels")
    place = models.PositiveIntegerField()
    address = models.CharField(max_length=512)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["file", "place"], name="label_one_at_each_place")
        ]

    def __str__(self) -> str:
        return self.address


class Chunk(models.Model):
    """A part of a file's content, in the database, since any worker may go on with it."""

    file = models.ForeignKey(LabelFile, on_delete=models.CASCADE, related_name="chunks")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["file", "number"], name="chunk_one_of_each_number")
        ]

    def __str__(self) -> str:
        return f"{self.file_id}-{self.number}"


class LongStep(models.Model):
    """One step in the life of many codes, taken some at a time, whether somebody looks or not."""

    key = models.UUIDField(unique=True, default=uuid4)
    name = models.CharField(_("step"), max_length=20)
    number = models.PositiveIntegerField(_("number of codes"), default=0)
    done = models.PositiveIntegerField(default=0)
    after = models.BigIntegerField(default=0)  # the primary key of a code up to which all is done
    is_held_up = models.BooleanField(_("held up by gaps"), default=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at"]
        verbose_name = _("long step")
        verbose_name_plural = _("steps with many codes")

    def __str__(self) -> str:
        name = ngettext("%(number)s code", "%(number)s codes", self.number)
        return name % {"number": f"{self.number:,}"}


class ChosenCode(models.Model):
    """A code of a long step that has not ended."""

    step = models.ForeignKey(LongStep, on_delete=models.CASCADE, related_name="chosen")
    # A draft may be deleted meanwhile, and is then left out.
    jar = models.ForeignKey(
        Jar, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["step", "jar"], name="chosen_code_once")]

    def __str__(self) -> str:
        return str(self.jar_id)
