"""The names of the permissions that Django makes for each kind of record."""

from django.contrib.auth import get_permission_codename
from django.db.models import Model


def permission(verb: str, model: type[Model]) -> str:
    """Return the name of the permission to view, add, change or delete records of a kind."""
    meta = model._meta
    return f"{meta.app_label}.{get_permission_codename(verb, meta)}"
