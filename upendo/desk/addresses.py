"""Where records stand at the desk."""

from django.db.models import Model
from django.urls import reverse


def form_of(record: Model) -> str:
    """Return the address of a record's form."""
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def list_of(model: type[Model]) -> str:
    """Return the address of the list of one kind of record."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
