"""What a release is judged by: nothing may be worse than before, for a while, at every worker."""

from datetime import datetime

import pytest

from delivery.promote.tests.world import World
from delivery.run.outcomes import Exit
from delivery.services.heroku import Release, Target
from delivery.services.tests.standins.heroku import PROMOTED, ROLLED_BACK
from delivery.services.tests.standins.heroku_data import NOW
from delivery.services.tests.standins.server import Reply

BRIEFLY = {"DELIVERY_HEALTH_SECONDS": "0.5"}


def test_first_release_into_an_app_without_content(world: World) -> None:
    world.heroku.empty("honey")
    world.sites.storyless.add(world.history.new)
    result = world.run()
    assert result.code == Exit.DONE, result.text
    assert "It runs v3" in result.production


def test_first_release_that_does_not_start_is_unhealthy(world: World) -> None:
    world.heroku.empty("honey")
    world.sites.dies_after = 0
    result = world.run(**BRIEFLY)
    assert result.code == Exit.UNHEALTHY
    assert "there is no release before" in result.text


def test_story_that_production_never_told_is_not_asked_of_the_release(world: World) -> None:
    world.sites.storyless.update((world.history.previous, world.history.new))
    result = world.run(**BRIEFLY)
    assert result.code == Exit.DONE, result.text
    assert "Before this release /app/PUREJOY/menu holds no story" in result.text
    assert "As before this release, /app/PUREJOY/menu holds no story." in result.left


def test_health_alone_is_proof_where_no_code_is_named(world: World) -> None:
    world.sites.storyless.add(world.history.new)
    assert world.run(PROOF_CODE="").code == Exit.DONE


def test_site_that_was_unwell_before_is_not_rolled_back_for_it(world: World) -> None:
    world.heroku.during(PROMOTED, lambda: world.sites.unwell.add(world.history.new))
    world.sites.unwell.add(world.history.previous)
    result = world.run(**BRIEFLY)
    assert result.code == Exit.UNHEALTHY
    assert "was not well before either" in result.text
    assert ROLLED_BACK not in world.heroku.writes


def test_release_that_cures_is_a_good_one(world: World) -> None:
    world.sites.unwell.add(world.history.previous)
    result = world.run()
    assert result.code == Exit.DONE, result.text
    assert "is healthy" in result.production


def test_site_that_dies_after_its_first_good_answers_is_rolled_back(world: World) -> None:
    def soon_dead() -> None:
        world.sites.dies_after = world.sites.asked + 6

    def alive() -> None:
        world.sites.dies_after = None

    world.heroku.during(PROMOTED, soon_dead)
    world.heroku.during(ROLLED_BACK, alive)
    result = world.run(**BRIEFLY)
    assert result.code == Exit.ROLLED_BACK, result.text


@pytest.mark.parametrize("path", ["/production/$", "/production/healthz", "/menu"])
def test_every_address_counts(world: World, path: str) -> None:
    world.heroku.during(PROMOTED, lambda: world.sites.spoil(path, Reply(500, "oops")))
    world.heroku.during(ROLLED_BACK, world.sites.faults.clear)
    assert world.run(**BRIEFLY).code == Exit.ROLLED_BACK


def test_one_broken_worker_of_two_is_found(world: World) -> None:
    def broken(now: bool) -> None:
        world.sites.broken_worker = now

    world.heroku.during(PROMOTED, lambda: broken(True))
    world.heroku.during(ROLLED_BACK, lambda: broken(False))
    result = world.run(**BRIEFLY)
    assert result.code == Exit.ROLLED_BACK, result.text


def test_migration_taken_back_on_the_branch_does_not_end_automatic_rollback(world: World) -> None:
    world.sites.applied["staging"].append("0002_taken_back")
    world.heroku.during(PROMOTED, lambda: world.sites.unwell.add(world.history.new))
    assert world.run(**BRIEFLY).code == Exit.ROLLED_BACK


def test_one_lost_answer_does_not_end_automatic_rollback(world: World) -> None:
    for site in ("production", "staging"):
        world.sites.spoil(f"GET /{site}/healthz", "close", times=1)
    world.heroku.during(PROMOTED, lambda: world.sites.unwell.add(world.history.new))
    assert world.run(**BRIEFLY).code == Exit.ROLLED_BACK


def test_site_that_does_not_know_its_commit_says_what_to_enable(world: World) -> None:
    silent = Reply(200, {"status": "ok", "commit": None, "migrations": None})
    world.sites.spoil("GET /staging/healthz", silent)
    result = world.run(DELIVERY_HEALTH_SECONDS="0.1")
    assert result.code == Exit.STAGING_UNHEALTHY
    assert "runtime-dyno-build-metadata" in result.text


@pytest.mark.parametrize(
    ("status", "pending"),
    [("pending", True), ("queued", True), ("succeeded", False), ("failed", False)],
)
def test_only_success_and_failure_are_final(status: str, pending: bool) -> None:
    assert Target("app", status, "", None).pending is pending
    created = datetime.fromisoformat(NOW)
    assert Release("id", 1, status, False, "slug", created).pending is pending
