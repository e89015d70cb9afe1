"""How many tests run at once."""

import os

import pytest


def test_more_run_at_once_than_there_are_processors(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTEST_XDIST_AUTO_NUM_WORKERS", raising=False)
    monkeypatch.setattr(os, "process_cpu_count", lambda: 8)
    assert pytestconfig.hook.pytest_xdist_auto_num_workers(config=pytestconfig) == 12


def test_the_environment_may_say_how_many(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_XDIST_AUTO_NUM_WORKERS", "5")
    assert pytestconfig.hook.pytest_xdist_auto_num_workers(config=pytestconfig) == 5
