"""Loaded before Django's settings: gives the tests a PostgreSQL where the environment has none."""

import os

import pytest

from dev.environment import use_local_environment

os.environ.setdefault("SITE_URL", "http://testserver")  # as Django's test client says
use_local_environment(tests=True)


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers() -> int | None:
    """Return how many tests run at once: many wait for servers, while another can compute.

    Where the environment says how many, pytest-xdist does as it is told.
    """
    if os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS"):
        return None
    return (os.process_cpu_count() or 1) * 3 // 2
