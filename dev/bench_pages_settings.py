"""The application's settings with the limit beside its pages."""

from upendo.settings import *  # noqa: F403 - settings on settings

ROOT_URLCONF = "dev.bench_pages_urls"
