"""The application's settings, with the benchmarks' own addresses beside the application's."""

from upendo.settings import *  # noqa: F403 - settings on settings

ROOT_URLCONF = "dev.bench.urls"
