"""Loaded before Django's settings: gives the tests a PostgreSQL where the environment has none."""

import os

from dev.environment import use_local_environment

os.environ.setdefault("SITE_URL", "http://testserver")  # as Django's test client says
use_local_environment(tests=True)


def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run at once: many wait for servers, while another can compute."""
    return (os.process_cpu_count() or 1) * 3 // 2
