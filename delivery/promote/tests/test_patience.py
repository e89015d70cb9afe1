"""What is waited for: CI and staging behind a new tag, a host that stammers."""

import pytest

from delivery.promote.tests.world import World
from delivery.run.outcomes import Exit
from delivery.services.tests.standins.heroku import PROMOTED, ROLLED_BACK, TARGETS
from delivery.services.tests.standins.server import Reply

BUSY = Reply(503, {"id": "busy", "message": "Later."})
LIMITED = Reply(429, {"id": "rate_limit", "message": "Too many."})


@pytest.mark.parametrize("answer", [BUSY, LIMITED])
@pytest.mark.parametrize("step", [TARGETS, r"GET /apps/honey/releases/", r"GET .*/transfers/"])
def test_host_that_stammers_while_it_is_watched(world: World, step: str, answer: Reply) -> None:
    world.heroku.spoil(step, answer, times=8)
    result = world.run(DELIVERY_SETTLE_SECONDS="3")
    assert result.code == Exit.DONE, result.text


def test_host_that_stammers_while_a_rollback_is_watched(world: World) -> None:
    world.heroku.during(PROMOTED, lambda: world.sites.unwell.add(world.history.new))
    world.heroku.during(ROLLED_BACK, lambda: world.heroku.spoil(r"/releases/", BUSY, times=8))
    assert world.run(DELIVERY_HEALTH_SECONDS="0.3").code == Exit.ROLLED_BACK


def test_target_that_is_pending_through_a_long_release_phase(world: World) -> None:
    world.heroku.release_phase = "hangs"
    asked = 0

    def look_on() -> None:
        nonlocal asked
        asked += 1
        if asked < 20:
            world.heroku.during(r"GET /apps/honey/releases/", look_on)
        else:
            release = world.heroku.releases["honey"][-1]
            world.heroku.ending[release["id"]] = "succeeded"

    world.heroku.during(r"GET /apps/honey/releases/", look_on)
    result = world.run()
    assert result.code == Exit.DONE, result.text
    assert "It runs v2" in result.production


def test_tag_pushed_with_its_commit_waits_for_ci_and_staging(world: World) -> None:
    world.github.statuses = {}
    world.github.check_runs["browser"] = None
    world.heroku.release("honey-staging", world.history.previous)

    def green() -> None:
        world.github.statuses["ci/circleci: python"] = "success"
        world.github.check_runs["browser"] = "success"
        world.heroku.during("GET /apps/honey-staging/releases", deployed)

    def deployed() -> None:
        world.heroku.release("honey-staging", world.history.new, "succeeded")

    world.github.during("/check-runs", lambda: world.github.during("/check-runs", green))
    result = world.run(DELIVERY_CHECKS_SECONDS="3", DELIVERY_STAGING_SECONDS="3")
    assert result.code == Exit.DONE, result.text


@pytest.mark.parametrize("how", ["passed by", "failed"])
def test_staging_that_will_not_come_to_the_tag_is_not_waited_for(world: World, how: str) -> None:
    long = {"DELIVERY_STAGING_SECONDS": "60", "DELIVERY_LOOK_SECONDS": "60"}
    if how == "failed":
        world.heroku.release("honey-staging", world.history.previous)
        world.heroku.releases["honey-staging"][0]["status"] = "expired"
        world.heroku.release("honey-staging", world.history.new, "failed")
        world.heroku.releases["honey-staging"][-1]["status"] = "failed"
        assert world.run(**long).code == Exit.STAGING_ELSEWHERE
    else:
        assert world.run(tag="v1.2.2", **long).code == Exit.STAGING_ELSEWHERE


def test_red_is_not_waited_for(world: World) -> None:
    world.github.statuses = {"ci/circleci: python": "failure"}
    world.github.check_runs = {}
    long = {"DELIVERY_CHECKS_SECONDS": "60", "DELIVERY_LOOK_SECONDS": "60"}
    assert world.run(**long).code == Exit.STATUS_RED


def test_maintenance_mode_is_refused_first(world: World) -> None:
    world.heroku.in_maintenance = True
    result = world.run()
    assert result.code == Exit.MAINTENANCE
    assert world.heroku.writes == []
    assert "heroku maintenance:off -a honey" in result.left
