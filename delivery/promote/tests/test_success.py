"""The good endings of a promotion, and its dry run."""

import os
import subprocess
import sys
import time

from delivery import PROJECT
from delivery.promote.tests.world import World
from delivery.run.outcomes import Exit
from delivery.services.tests.standins.heroku import PROMOTED


def test_promotes_the_very_release_that_staging_runs(world: World) -> None:
    result = world.run()
    assert result.code == Exit.DONE, result.text
    assert world.heroku.body_of(PROMOTED) == {
        "pipeline": {"id": world.heroku.pipelines["honey"]},
        "source": {
            "app": {"id": world.heroku.app_ids["honey-staging"]},
            "release": {"id": world.heroku.releases["honey-staging"][-1]["id"]},
        },
        "targets": [{"app": {"id": world.heroku.app_ids["honey"]}}],
    }


def test_backs_up_before_it_promotes_and_writes_nothing_else(world: World) -> None:
    world.run()
    backup, promotion = world.heroku.writes
    assert backup.endswith("/backups")
    assert promotion == PROMOTED


def test_summary_says_what_was_done_and_that_nothing_is_left(world: World) -> None:
    result = world.run()
    assert "Backup b042 of production's database is complete." in result.text
    assert "v1.2.3 is live. (exit code 0, DONE)" in result.text
    assert "is healthy" in result.production
    assert result.left.strip() == "- Nothing."


def test_webhook_hears_the_outcome(world: World) -> None:
    world.run()
    (told,) = world.webhook.seen
    assert told.body["outcome"] == "DONE"
    assert told.body["exit_code"] == 0
    assert "v1.2.3 is live" in told.body["text"]


def test_dry_run_checks_everything_and_writes_nothing(world: World) -> None:
    result = world.run("--dry-run")
    assert result.code == Exit.DONE
    assert world.heroku.writes == []
    assert world.webhook.seen == []
    assert "would back production's database up, promote staging's v1 over v1" in result.text
    assert "roll back to v1" in result.text


def test_dry_run_says_when_a_bad_release_could_not_be_rolled_back(world: World) -> None:
    world.sites.migrations[world.history.new] = ["0001", "0002"]
    assert "stop with instructions" in world.run("--dry-run").text


def test_running_again_only_checks_the_site(world: World) -> None:
    world.run()
    before = len(world.heroku.writes)
    result = world.run()
    assert result.code == Exit.DONE
    assert "live already (v2): nothing to promote" in result.text
    assert len(world.heroku.writes) == before


def test_first_release_of_an_empty_app(world: World) -> None:
    world.heroku.empty("honey")
    result = world.run()
    assert result.code == Exit.DONE, result.text


def test_runs_as_a_program(world: World) -> None:
    with started(world) as program:
        shown, _ = program.communicate(timeout=30)
    assert program.returncode == 0, shown
    assert "v1.2.3 is live" in shown


def test_cancelled_program_gives_its_account(world: World) -> None:
    world.heroku.backup = "hangs"
    with started(world, DELIVERY_BACKUP_SECONDS="30") as program:
        asked = ("GET /client/v11/apps/honey/transfers",)
        while not any(str(request).startswith(asked) for request in world.heroku.seen):
            time.sleep(0.02)
        program.terminate()
        shown, _ = program.communicate(timeout=30)
    assert program.returncode == Exit.INTERRUPTED
    assert "**Production now:** Untouched: it runs v1" in shown
    assert not world.promoted


def started(world: World, **changes: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "delivery.promote", "--tag", "v1.2.3"],
        env={**os.environ, **world.environ(**changes), "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        text=True,
    )
