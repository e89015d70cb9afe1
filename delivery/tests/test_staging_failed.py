"""The alarm about staging: only about staging, and heard even with a wrong name in the list."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from delivery import PROJECT

JOB: dict[str, Any] = yaml.safe_load(
    (PROJECT / ".github/workflows/staging-failed.yml").read_text(encoding="utf-8")
)["jobs"]["tell"]
# As GitHub's own: a login that nobody has as assignee refuses the whole issue.
GH = """#!/bin/sh
case "$*" in
  "issue list"*) printf '%s' "$OPEN" ;;
  *--assignee*nobody*) echo "could not assign user: 'nobody' not found" >&2; exit 1 ;;
  "issue create"*) printf '%s\\n' "$@" > created ;;
esac
"""


def told(folder: Path, watchers: str, already_open: str = "") -> str:
    """What the issue says, or nothing when none was opened."""
    gh = folder / "gh"
    gh.write_text(GH)
    gh.chmod(0o755)
    given = {"WATCHERS": watchers, "COMMIT": "a" * 40, "LOG": "https://log", "OPEN": already_open}
    subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", JOB["steps"][0]["run"]],
        env={"PATH": f"{folder}:{os.environ['PATH']}", "ENVIRONMENT": "honey-staging", **given},
        cwd=folder,
        check=True,
    )
    created = folder / "created"
    return created.read_text() if created.exists() else ""


@pytest.mark.parametrize("watchers", ["amina,juma", "@amina, juma", "amina,nobody,juma"])
def test_everybody_who_is_named_hears_of_it(tmp_path: Path, watchers: str) -> None:
    said = told(tmp_path, watchers)
    assert "@amina" in said
    assert "@juma" in said
    assert "Staging failed at aaaaaaa" in said


def test_with_nobody_named_there_is_still_an_issue(tmp_path: Path) -> None:
    assert "Staging still serves" in told(tmp_path, "")


def test_one_issue_for_two_reports(tmp_path: Path) -> None:
    assert told(tmp_path, "amina", already_open="12\n") == ""


def test_review_apps_are_no_alarm() -> None:
    assert "github.event.deployment.environment == vars.STAGING_APP" in JOB["if"]
