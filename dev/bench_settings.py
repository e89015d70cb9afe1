"""The application's settings with the bare view beside it."""

from upendo.settings import *  # noqa: F403 - settings on settings

ROOT_URLCONF = "dev.bench_urls"
