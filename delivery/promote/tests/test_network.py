"""The network cut in each step: one cut is survived, a lasting one ends in a known state."""

import pytest

from delivery.promote.tests.world import IMPATIENT, World
from delivery.run.outcomes import Exit
from delivery.services.tests.standins.heroku import PROMOTED, ROLLED_BACK
from delivery.services.tests.standins.server import Reply

BEFORE = [
    "GET .*/status",
    "GET .*/check-runs",
    "GET /apps/honey-staging/pipeline-couplings",
    "GET /apps/honey-staging/releases",
    "GET /apps/honey-staging/slugs",
    "GET /apps/honey/pipeline-couplings",
    "GET /apps/honey$",
    "GET /apps/honey/releases$",
    "GET /apps/honey/slugs",
    "GET /apps/honey/addon-attachments",
    "GET /client/v11/apps/honey/transfers",
]
AFTER = [
    "GET /pipeline-promotions/.*/promotion-targets",
    "GET /apps/honey/releases/",
]
CUTS = ["close", "half"]
# Nothing may listen on it without the right to, so no other test does.
NOBODY_HOME = "http://127.0.0.1:1"


def cut(world: World, step: str, how: str, times: int = 1_000_000) -> None:
    for standin in (world.heroku, world.github):
        standin.spoil(step, how, times)


@pytest.mark.parametrize("how", CUTS)
@pytest.mark.parametrize("step", BEFORE + AFTER)
def test_one_cut_is_survived(world: World, step: str, how: str) -> None:
    cut(world, step, how, times=1)
    result = world.run()
    assert result.code == Exit.DONE, result.text
    assert len(world.heroku.promotions) == 1


@pytest.mark.parametrize("how", CUTS)
@pytest.mark.parametrize("step", BEFORE)
def test_lasting_cut_before_the_promotion_leaves_production_untouched(
    world: World, step: str, how: str
) -> None:
    cut(world, step, how)
    result = world.run()
    assert result.code == Exit.UNREACHABLE, result.text
    assert "cut" in result.text
    assert "Untouched" in result.production
    assert "run again" in result.left.lower()
    assert not world.promoted


@pytest.mark.parametrize("how", CUTS)
@pytest.mark.parametrize("step", AFTER)
def test_lasting_cut_after_the_promotion_says_where_to_look(
    world: World, step: str, how: str
) -> None:
    cut(world, step, how)
    result = world.run(**IMPATIENT)
    assert result.code == Exit.PROMOTION_UNSEEN, result.text
    assert "its end was not seen" in result.production
    assert "heroku releases -a honey" in result.left
    assert len(world.heroku.promotions) == 1


def test_answer_that_never_comes_is_given_up(world: World) -> None:
    world.heroku.spoil("GET /apps/honey/releases", "hang")
    result = world.run(DELIVERY_REQUEST_SECONDS="0.5")
    assert result.code == Exit.UNREACHABLE
    assert "timed out" in result.text
    assert not world.promoted


@pytest.mark.parametrize("how", CUTS)
def test_backup_with_a_lost_answer_is_not_trusted(world: World, how: str) -> None:
    world.heroku.spoil("POST .*/backups", how)
    result = world.run()
    assert result.code == Exit.BACKUP_FAILED
    assert "See whether a backup is running" in result.left
    assert len(world.heroku.writes) == 1


def test_promotion_that_arrived_but_whose_answer_was_lost_is_followed(world: World) -> None:
    world.heroku.spoil(PROMOTED, "half")
    result = world.run(DELIVERY_SETTLE_SECONDS="3")
    assert result.code == Exit.DONE, result.text
    assert world.heroku.writes.count(PROMOTED) == 1


@pytest.mark.parametrize("how", ["close", Reply(503, {"message": "Later."})])
def test_promotion_that_may_not_have_arrived_is_never_asked_twice(
    world: World, how: str | Reply
) -> None:
    world.heroku.spoil(PROMOTED, how)
    result = world.run()
    assert result.code == Exit.PROMOTION_UNSEEN
    assert "no release has appeared since" in result.text
    assert "Look at the newest release" in result.left
    assert world.heroku.writes.count(PROMOTED) == 1


def test_somebody_elses_release_is_not_taken_for_the_lost_one(world: World) -> None:
    world.heroku.promotion = "hangs"
    world.heroku.during(PROMOTED, lambda: world.heroku.release("honey", world.history.old))
    world.heroku.spoil(PROMOTED, "half")
    result = world.run()
    assert result.code == Exit.PROMOTION_UNSEEN
    assert "no release has appeared since" in result.text


def test_rollback_that_arrived_but_whose_answer_was_lost_is_followed(world: World) -> None:
    world.sites.storyless.add(world.history.new)
    world.heroku.spoil(ROLLED_BACK, "half")
    result = world.run(DELIVERY_HEALTH_SECONDS="0.3", DELIVERY_SETTLE_SECONDS="3")
    assert result.code == Exit.ROLLED_BACK, result.text
    assert world.heroku.writes.count(ROLLED_BACK) == 1


def test_rollback_that_may_not_have_arrived_is_never_asked_twice(world: World) -> None:
    world.sites.storyless.add(world.history.new)
    world.heroku.spoil(ROLLED_BACK, "close")
    result = world.run(DELIVERY_HEALTH_SECONDS="0.3")
    assert result.code == Exit.ROLLBACK_FAILED
    assert "A rollback of v2 to v1 was asked for; its end was not seen." in result.production
    assert world.slug_of(1) in result.left
    assert world.heroku.writes.count(ROLLED_BACK) == 1


@pytest.mark.parametrize("service", ["HEROKU_API_URL", "HEROKU_DATA_API_URL", "GITHUB_API_URL"])
def test_refused_connection(world: World, service: str) -> None:
    result = world.run(**{service: NOBODY_HOME})
    assert result.code == Exit.UNREACHABLE
    assert "Connection refused" in result.text
    assert not world.promoted


def test_refused_connection_at_staging(world: World) -> None:
    result = world.run(STAGING_URL=NOBODY_HOME, DELIVERY_HEALTH_SECONDS="0.2")
    assert result.code == Exit.STAGING_UNHEALTHY
    assert not world.promoted


def test_refused_connection_at_the_live_site_is_an_unhealthy_site(world: World) -> None:
    result = world.run(PRODUCTION_URL=NOBODY_HOME, DELIVERY_HEALTH_SECONDS="0.2")
    assert result.code == Exit.UNHEALTHY
    assert "Connection refused" in result.text


@pytest.mark.parametrize("how", [*CUTS, "hang"])
def test_webhook_down_changes_nothing(world: World, how: str) -> None:
    world.webhook.spoil("POST", how)
    result = world.run(DELIVERY_REQUEST_SECONDS="1")
    assert result.code == Exit.DONE
    assert result.left.strip() == "- Nothing."
