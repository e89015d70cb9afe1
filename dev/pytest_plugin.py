"""Loaded before Django's settings: gives the tests a PostgreSQL where the environment has none."""

from dev.environment import use_local_environment

use_local_environment()
