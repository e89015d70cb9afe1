"""Fields and constraints that several models share."""

from typing import Any

from django import forms
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.markets import Market


class MarketsField(ArrayField):  # type: ignore[type-arg]  # not generic at run time
    """The markets in which something holds; each has a box to tick in a form."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(models.CharField(max_length=5, choices=Market), **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["base_field"]
        return name, path, args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        field = {"form_class": forms.MultipleChoiceField, "choices": Market.choices}
        return models.Field.formfield(self, **kwargs | field)


def markets_are_known(name: str) -> models.CheckConstraint:
    """Return the constraint that `markets` holds markets, and at least one."""
    return models.CheckConstraint(
        condition=Q(markets__contained_by=list(Market)) & Q(markets__len__gt=0),
        name=name,
        violation_error_message=_("Choose at least one market."),
    )
