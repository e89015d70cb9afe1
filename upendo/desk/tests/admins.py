"""What is registered at the desk."""

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.db.models import Model


def registered() -> "dict[type[Model], admin.ModelAdmin[Any]]":
    """Return the desk's admin of each model that has one."""
    return {
        model: admin.site.get_model_admin(model)
        for model in apps.get_models()
        if admin.site.is_registered(model)
    }
