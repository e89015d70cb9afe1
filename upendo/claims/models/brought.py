"""What a purchase brought, in figures: what was paid for the honey, and what else it did."""

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

_NO_PRICE = Q(local_per_kg__isnull=True, local_on__isnull=True, local_source="")


class Brought(models.Model):
    """The figures of a claim, if it has any: a payment or one other, told with the claim alone."""

    paid_per_kg = models.DecimalField(
        _("paid per kilogram"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    currency = models.CharField(
        max_length=3,
        blank=True,
        default="",
        db_default="",
        validators=[RegexValidator("^[A-Z]{3}$", _("Three capitals, such as TZS or EUR."))],
        help_text=_("Three capitals, such as TZS or EUR."),
    )
    paid_on = models.DateField(null=True, blank=True)
    local_per_kg = models.DecimalField(
        _("local price per kilogram"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("What the same honey fetched there, in the same currency. Empty: not known."),
    )
    local_on = models.DateField(_("day of the local price"), null=True, blank=True)
    local_source = models.CharField(
        _("source of the local price"),
        max_length=250,
        blank=True,
        default="",
        db_default="",
        help_text=_("Who asked whom, so that a reader could look it up."),
    )
    figure = models.DecimalField(
        max_digits=14, decimal_places=2, null=True, blank=True, help_text=_("The number alone.")
    )
    unit = models.CharField(
        max_length=60, blank=True, default="", db_default="", help_text=_("Such as: new hives")
    )
    figure_on = models.DateField(_("day of the figure"), null=True, blank=True)
    figure_source = models.CharField(
        _("source of the figure"),
        max_length=250,
        blank=True,
        default="",
        db_default="",
        help_text=_("Who counted it."),
    )

    class Meta:
        abstract = True

    @property
    def payment(self) -> "Brought | None":
        """The claim itself, if it tells what was paid."""
        return self if self.paid_per_kg is not None else None

    @property
    def local_price(self) -> "Brought | None":
        """The claim itself, if it tells what the honey fetched there."""
        return self if self.local_per_kg is not None else None

    @property
    def number(self) -> "Brought | None":
        """The claim itself, if it tells a figure."""
        return self if self.figure is not None else None


def brought_constraints() -> list[models.CheckConstraint]:
    """Return what holds for the figures of a claim: each is whole, or not there."""
    no_payment = Q(paid_per_kg__isnull=True, currency="", paid_on__isnull=True)
    no_figure = Q(figure__isnull=True, unit="", figure_on__isnull=True, figure_source="")
    # An unknown number is neither more nor less than 0, which would let it through.
    paid = Q(paid_per_kg__isnull=False, paid_per_kg__gte=0)
    payment = paid & Q(currency__regex="^[A-Z]{3}$", paid_on__isnull=False)
    known = Q(local_per_kg__isnull=False, local_per_kg__gte=0)
    price = known & Q(local_on__isnull=False) & ~Q(local_source="")
    figure = Q(figure__isnull=False, figure_on__isnull=False) & ~Q(unit="") & ~Q(figure_source="")
    return [
        models.CheckConstraint(
            condition=(no_payment & _NO_PRICE) | payment,
            name="claim_payment_is_whole",
            violation_error_message=_(
                "A payment has a price per kilogram, a currency and a day; "
                "a local price stands only beside one."
            ),
        ),
        models.CheckConstraint(
            condition=_NO_PRICE | price,
            name="claim_local_price_is_whole",
            violation_error_message=_("A local price has a figure, a day and a source."),
        ),
        models.CheckConstraint(
            condition=no_figure | figure,
            name="claim_figure_is_whole",
            violation_error_message=_("A figure has a number, a unit, a day and a source."),
        ),
        models.CheckConstraint(
            condition=no_payment | no_figure,
            name="claim_tells_one_figure",
            violation_error_message=_(
                "A claim tells a payment or another figure, not both: make two claims."
            ),
        ),
    ]
