"""Codes that are made together."""

from uuid import uuid4

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models.beekeeper import Beekeeper
from upendo.catalogue.models.honey.honey import Batch
from upendo.catalogue.models.retailer import Retailer

MOST_CODES = 10_000


class PrintRun(models.Model):
    """New codes that are made together: ordered with one story, or imported from one table.

    What the rows of a table do not have in common is empty here; each code knows its own.
    """

    key = models.UUIDField(unique=True, default=uuid4)
    number = models.PositiveSmallIntegerField(
        _("number of codes"),
        validators=[MinValueValidator(1), MaxValueValidator(MOST_CODES)],
        help_text=format_lazy(_("1 to {most}, one for each jar."), most=f"{MOST_CODES:,}"),
    )
    # Empty in a table of several stories, but never in an order: null and not blank.
    batch = models.ForeignKey(Batch, null=True, on_delete=models.PROTECT, related_name="print_runs")
    beekeeper = models.ForeignKey(
        Beekeeper,
        null=True,
        on_delete=models.PROTECT,
        related_name="print_runs",
        verbose_name=_("featured beekeeper"),
    )
    retailer = models.ForeignKey(
        Retailer, null=True, blank=True, on_delete=models.PROTECT, related_name="print_runs"
    )
    net_weight_grams = models.PositiveSmallIntegerField(
        _("net weight, g"), null=True, default=500, validators=[MinValueValidator(1)]
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__range=(1, MOST_CODES)),
                name="print_run_makes_some_codes",
                violation_error_message=format_lazy(
                    _("Make 1 to {most} codes at a time."), most=f"{MOST_CODES:,}"
                ),
            ),
            models.CheckConstraint(
                condition=Q(net_weight_grams__gt=0),
                name="print_run_jars_weigh_something",
                violation_error_message=_("A jar holds more than 0 g."),
            ),
        ]

    def __str__(self) -> str:
        number = self.number or 0  # in the form of a new one
        return ngettext(
            "%(number)s code for %(value)s", "%(number)s codes for %(value)s", number
        ) % {
            "number": number,
            "value": self.batch or gettext("several batches"),
        }
