"""Fields and constraints that several models share."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from upendo.desk.words import Words


def month_field() -> "models.PositiveSmallIntegerField[int, int]":
    """Return a field for a calendar month, 1 to 12."""
    return models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(12)],
        help_text=_("1 is January, 12 is December."),
    )


def percent_field(name: Words) -> "models.PositiveSmallIntegerField[int, int]":
    """Return a field for a place between 0 and 100 %, in the middle to begin with."""
    return models.PositiveSmallIntegerField(
        format_lazy("{}, %", name), default=50, db_default=50, validators=[MaxValueValidator(100)]
    )


def month_range(name: str) -> models.CheckConstraint:
    """Return the constraint that first_month and last_month are months of the year."""
    return models.CheckConstraint(
        condition=Q(first_month__range=(1, 12), last_month__range=(1, 12)),
        name=name,
        violation_error_message=_("A month is a number from 1 (January) to 12 (December)."),
    )


def position_field() -> "models.PositiveSmallIntegerField[int, int]":
    """Return a field for the place of a row among its neighbours."""
    return models.PositiveSmallIntegerField(
        _("place"), default=0, help_text=_("Smaller numbers come first.")
    )


def not_negative(field: str, name: str) -> models.CheckConstraint:
    """Return the constraint that a figure, where there is one, is 0 or more."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__gte": 0}) | Q(**{f"{field}__isnull": True}),
        name=name,
        violation_error_message=_("A measured figure is never less than zero."),
    )
