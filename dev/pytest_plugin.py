"""Loaded before Django's settings: gives the tests a PostgreSQL where the environment has none."""

import os

from dev.environment import use_local_environment

os.environ.setdefault("SITE_URL", "http://testserver")  # as Django's test client says
use_local_environment(tests=True)
