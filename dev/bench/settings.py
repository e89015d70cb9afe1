"""The application's settings, with addresses for benchmarks beside its own, and a quiet log."""

import logging

from upendo.settings import *  # noqa: F403 - settings on settings

logging.disable(logging.WARNING)  # thousands of unknown codes are asked for on purpose
ROOT_URLCONF = "dev.bench.urls"
