"""The settings for `manage.py lintmigrations`: a development tool that is an app."""

from dev import build_settings
from dev.build_settings import *  # noqa: F403 - settings on settings

INSTALLED_APPS = [*build_settings.INSTALLED_APPS, "django_migration_linter"]
