"""The application's settings with the bare view beside it."""

from upendo.settings import *  # noqa: F403

ROOT_URLCONF = "dev.bench_urls"
