"""The production workflow: safe against its inputs, and in step with the program it runs."""

import json
import re
import subprocess
import sys
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
import yaml

from delivery import PROJECT
from delivery.promote.command import parser
from delivery.run.outcomes import StopError
from delivery.run.settings import from_environment
from delivery.run.waiting import Timing

FILE = PROJECT / ".github/workflows/deploy-prod.yml"
CHOICES = ("ROLLBACK", "REBUILD", "ACROSS_MIGRATIONS", "DRY_RUN")
GIVEN_BY_THE_RUNNER = {"GITHUB_REPOSITORY"}


@pytest.fixture(scope="module")
def workflow() -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def job(workflow: dict[Any, Any]) -> dict[str, Any]:
    only: dict[str, Any] = workflow["jobs"]["promote"]
    return only


def arguments(job: dict[str, Any], folder: Path, **environ: str) -> list[str]:
    """What the step's shell hands to Python, with a stand-in for Python."""
    shim = folder / "python"
    shim.write_text(f"#!{sys.executable}\nimport json, sys\nprint(json.dumps(sys.argv[1:]))\n")
    shim.chmod(0o755)
    done = subprocess.run(
        ["bash", "-e", "-c", job["steps"][-1]["run"]],
        env={"PATH": f"{folder}:/usr/bin:/bin", **environ},
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
    )
    handed: list[str] = json.loads(done.stdout)
    return handed


def test_one_deployment_at_a_time_and_none_cut_short(workflow: dict[Any, Any]) -> None:
    assert workflow["concurrency"] == {"group": "production", "cancel-in-progress": False}


def test_only_reads_and_only_for_the_production_environment(
    workflow: dict[Any, Any], job: dict[str, Any]
) -> None:
    assert workflow["permissions"] == {}
    assert set(job["permissions"].values()) == {"read"}
    assert job["environment"] == "production"


def test_actions_are_pinned_by_commit_with_their_version() -> None:
    uses = re.findall(r"^ +uses: (.+)", FILE.read_text(encoding="utf-8"), re.MULTILINE)
    assert uses
    for line in uses:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_no_expression_reaches_the_shell(job: dict[str, Any]) -> None:
    assert not any("${{" in step.get("run", "") for step in job["steps"])


def test_the_branch_judges_the_tag(job: dict[str, Any]) -> None:
    assert job["steps"][0]["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert job["steps"][0]["with"]["fetch-depth"] == 0
    assert job["steps"][0]["with"]["persist-credentials"] is False


def test_hostile_tag_stays_one_argument(job: dict[str, Any], tmp_path: Path) -> None:
    tag = "v1.2.3; touch pwned $(touch pwned) `touch pwned` --rollback"
    handed = arguments(
        job, tmp_path, TAG=tag, ROLLBACK="", REBUILD="", ACROSS_MIGRATIONS="", DRY_RUN=""
    )
    assert handed == ["-m", "delivery.promote", "--tag", tag]
    assert not (tmp_path / "pwned").exists()


def test_every_choice_is_an_option_of_the_program(job: dict[str, Any], tmp_path: Path) -> None:
    yes = dict.fromkeys(CHOICES, "true")
    options = parser().parse_args(arguments(job, tmp_path, TAG="v1.2.3", **yes)[2:])
    assert (options.tag, options.rollback) == ("v1.2.3", True)
    assert (options.across_migrations, options.dry_run, options.rebuild) == (True, True, True)


def test_every_needed_setting_is_passed(job: dict[str, Any]) -> None:
    with pytest.raises(StopError) as stop:
        from_environment({})
    needed = set(re.findall(r"([A-Z_]+) is missing", stop.value.ending.sentence))
    assert needed - GIVEN_BY_THE_RUNNER <= set(job["steps"][-1]["env"])


def test_waits_end_before_the_job_is_cut(job: dict[str, Any]) -> None:
    timing = Timing()
    before = timing.checks + timing.staging + timing.health + timing.steady + timing.backup
    there = 2 * timing.settle + timing.promotion + timing.health
    longest = before + 2 * there
    assert longest < job["timeout-minutes"] * 60
    assert all(seconds > 0 for seconds in astuple(timing))
