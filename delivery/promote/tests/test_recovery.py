"""An unhealthy production: rolled back when no migration ran, else left with instructions."""

import pytest

from delivery.promote.tests.world import World
from delivery.run.outcomes import Exit
from delivery.services.tests.standins.heroku import PROMOTED, ROLLED_BACK
from delivery.services.tests.standins.server import Reply

BRIEFLY = {"DELIVERY_HEALTH_SECONDS": "0.3"}


def break_production(world: World) -> None:
    """Once promoted, the new commit is unwell in production, though well at staging."""
    commit = world.history.new
    world.heroku.during(PROMOTED, lambda: world.sites.unwell.add(commit))


def test_unhealthy_without_migrations_is_rolled_back(world: World) -> None:
    break_production(world)
    result = world.run(**BRIEFLY)
    assert result.code == Exit.ROLLED_BACK, result.text
    assert world.heroku.writes[-1] == ROLLED_BACK
    body = {"slug": world.slug_of(1), "description": "Back to v1"}
    assert world.heroku.body_of(ROLLED_BACK) == body
    assert world.heroku.current_commit("honey") == world.history.previous
    assert "a rollback to v1, and is healthy" in result.production
    assert "Find out why v1.2.3 failed" in result.left


def test_missing_story_is_rolled_back(world: World) -> None:
    world.sites.storyless.add(world.history.new)
    result = world.run(**BRIEFLY)
    assert result.code == Exit.ROLLED_BACK
    assert "/app/PUREJOY/menu holds no story" in result.text


@pytest.mark.parametrize(
    ("path", "reply", "said"),
    [
        ("menu", Reply(500, "oops"), "answered 500"),
        ("stories", Reply(200, "<main>Loading</main>"), "something that is not JSON"),
    ],
)
def test_broken_story_page_is_rolled_back(world: World, path: str, reply: Reply, said: str) -> None:
    world.heroku.during(PROMOTED, lambda: world.sites.spoil(path, reply))
    world.heroku.during(ROLLED_BACK, world.sites.faults.clear)
    result = world.run(**BRIEFLY)
    assert result.code == Exit.ROLLED_BACK
    assert said in result.text


def test_site_that_keeps_running_the_old_code_is_rolled_back(world: World) -> None:
    stale = {"status": "ok", "commit": world.history.previous, "migrations": None}
    world.heroku.during(PROMOTED, lambda: world.sites.spoil("/production", Reply(200, stale)))
    world.heroku.during(ROLLED_BACK, world.sites.faults.clear)
    result = world.run(**BRIEFLY)
    assert result.code == Exit.ROLLED_BACK
    assert f"says that {world.history.previous[:7]} runs" in result.text


def test_slow_start_is_waited_for(world: World) -> None:
    slow = Reply(503, {"status": "unavailable"})
    world.heroku.during(PROMOTED, lambda: world.sites.spoil("/production", slow, times=5))
    assert world.run().code == Exit.DONE


def test_unhealthy_with_migrations_is_not_rolled_back(world: World) -> None:
    world.sites.migrations[world.history.new] = ["0001", "0002"]
    break_production(world)
    result = world.run(**BRIEFLY)
    assert result.code == Exit.UNHEALTHY
    assert world.heroku.writes[-1] == PROMOTED
    assert "It runs v2" in result.production
    assert "is not well" in result.production
    assert "across migrations" in result.left
    assert "Restore the backup named above only if" in result.left


def test_unhealthy_with_unknown_migrations_is_not_rolled_back(world: World) -> None:
    world.sites.unwell.add(world.history.previous)
    break_production(world)
    result = world.run(**BRIEFLY)
    assert result.code == Exit.UNHEALTHY
    assert ROLLED_BACK not in world.heroku.writes


def test_sites_that_do_not_say_their_migrations_are_not_rolled_back(world: World) -> None:
    world.sites.tells_migrations = False
    break_production(world)
    result = world.run(**BRIEFLY)
    assert result.code == Exit.UNHEALTHY
    assert ROLLED_BACK not in world.heroku.writes


def test_first_release_has_nothing_to_go_back_to(world: World) -> None:
    world.heroku.releases["honey"].clear()
    world.sites.spoil("GET /production/healthz", "close")
    result = world.run(**BRIEFLY)
    assert result.code == Exit.UNHEALTHY
    assert "there is no release before" in result.text


def test_release_already_live_but_unhealthy_is_left_to_a_person(world: World) -> None:
    world.run()
    world.sites.spoil("GET /production", "close")
    result = world.run(**BRIEFLY)
    assert result.code == Exit.UNHEALTHY
    assert "live already and is not well" in result.text
    assert "run this for an earlier tag with rollback" in result.left


@pytest.mark.parametrize("ending", ["refused", "failed", "hangs"])
def test_rollback_that_fails(world: World, ending: str) -> None:
    break_production(world)
    world.heroku.rollback = ending
    result = world.run(DELIVERY_PROMOTION_SECONDS="0.3", **BRIEFLY)
    assert result.code == Exit.ROLLBACK_FAILED, result.text
    assert world.slug_of(1) in result.left
    assert "docs/runbooks/rollback.md" in result.left
    assert world.heroku.current_commit("honey") == world.history.new


def test_rollback_to_a_site_that_is_unwell_too(world: World) -> None:
    world.heroku.during(
        PROMOTED,
        lambda: world.sites.unwell.update((world.history.new, world.history.previous)),
    )
    result = world.run(**BRIEFLY)
    assert result.code == Exit.ROLLBACK_FAILED
    assert "Rolled back to v1, but the site is still not well" in result.text


def test_rollback_never_undoes_somebody_elses_release(world: World) -> None:
    other = world.history.old
    world.sites.unwell.add(other)
    world.heroku.during(
        PROMOTED,
        lambda: world.sites.during(
            "GET /production/healthz", lambda: world.heroku.release("honey", other)
        ),
    )
    result = world.run(**BRIEFLY)
    assert result.code == Exit.ROLLBACK_FAILED
    assert "Production has moved" in result.text
    assert ROLLED_BACK not in world.heroku.writes
