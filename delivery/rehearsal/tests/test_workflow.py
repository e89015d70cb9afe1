"""The workflow of the migrations' rehearsal: what it needs, and what must not meet a backup."""

import re

import pytest
import yaml

from delivery import PROJECT
from delivery.run.outcomes import StopError
from delivery.run.settings import from_environment

FILE = PROJECT / ".github/workflows/rehearse-migration.yml"
WORKFLOW = yaml.safe_load(FILE.read_text())
JOB = WORKFLOW["jobs"]["rehearse"]


def test_it_only_reads_and_is_started_by_hand() -> None:
    assert WORKFLOW[True] == "workflow_dispatch"
    assert WORKFLOW["permissions"] == {}
    assert set(JOB["permissions"].values()) == {"read"}


def test_only_reviewed_code_meets_the_key_and_the_backup() -> None:
    checkout = JOB["steps"][0]["with"]
    assert checkout["ref"] == "${{ github.event.repository.default_branch }}"
    assert checkout["persist-credentials"] is False


def test_the_backup_is_not_kept() -> None:
    assert not re.search("upload-artifact|actions/cache", FILE.read_text())


def test_every_needed_setting_is_passed() -> None:
    with pytest.raises(StopError) as stop:
        from_environment({})
    needed = set(re.findall(r"([A-Z_]+) is missing", stop.value.ending.sentence))
    assert needed - {"GITHUB_REPOSITORY"} <= set(JOB["steps"][-1]["env"])
