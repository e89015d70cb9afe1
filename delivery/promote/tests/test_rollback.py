"""Going back by hand to a chosen tag."""

import pytest

from delivery.promote.tests.world import World
from delivery.run.outcomes import Exit
from delivery.services.tests.standins.heroku import ROLLED_BACK
from delivery.services.tests.standins.server import Reply

BEFORE = "v1.2.2"


@pytest.fixture
def live(world: World) -> World:
    """Production has had v1.0.0 (v1), v1.2.2 (v2) and now runs v1.2.3 (v3)."""
    world.heroku.releases["honey"].clear()
    for commit in (world.history.old, world.history.previous, world.history.new):
        world.heroku.release("honey", commit)
    return world


def test_goes_back_to_the_tag_without_backup_or_promotion(live: World) -> None:
    result = live.run("--rollback", tag=BEFORE)
    assert result.code == Exit.DONE, result.text
    assert live.heroku.writes == [ROLLED_BACK]
    assert live.heroku.current_commit("honey") == live.history.previous
    assert "It runs v4" in result.production
    assert "Production is back on v1.2.2." in result.text


def test_dry_run_only_says_what_it_would_do(live: World) -> None:
    result = live.run("--rollback", "--dry-run", tag=BEFORE)
    assert "would roll back v3 to v2" in result.text
    assert live.heroku.writes == []


def test_migrations_between_need_a_word_from_a_person(live: World) -> None:
    result = live.run("--rollback", tag="v1.0.0")
    assert result.code == Exit.ROLLBACK_REFUSED
    assert "upendo/catalogue/migrations/0002_more.py" in result.text
    assert "across migrations" in result.left
    assert live.heroku.writes == []


def test_goes_back_across_migrations_when_told(live: World) -> None:
    result = live.run("--rollback", "--across-migrations", tag="v1.0.0")
    assert result.code == Exit.DONE, result.text
    assert live.heroku.current_commit("honey") == live.history.old
    assert "across migrations: upendo/catalogue/migrations/0002_more.py" in result.text


def test_commit_that_git_does_not_know_counts_as_a_migration(live: World) -> None:
    live.heroku.release("honey", "f" * 40)
    result = live.run("--rollback", tag=BEFORE)
    assert result.code == Exit.ROLLBACK_REFUSED
    assert "not known" in result.text


def test_tag_that_never_was_in_production(live: World) -> None:
    result = live.run("--rollback", tag="v1.1.0")
    assert result.code == Exit.ROLLBACK_REFUSED
    assert "No succeeded release of production before v3" in result.text


def test_release_that_failed_is_not_gone_back_to(live: World) -> None:
    live.heroku.releases["honey"][1]["status"] = "failed"
    assert live.run("--rollback", tag=BEFORE).code == Exit.ROLLBACK_REFUSED


def test_tag_that_is_live_needs_nothing(live: World) -> None:
    result = live.run("--rollback")
    assert result.code == Exit.DONE
    assert "already runs v1.2.3" in result.text
    assert live.heroku.writes == []


def test_tag_off_master_that_never_ran_is_not_gone_back_to(live: World) -> None:
    assert live.run("--rollback", tag="v9.9.9").code == Exit.ROLLBACK_REFUSED


def test_tag_that_ran_is_gone_back_to_after_a_rewrite_of_history(live: World) -> None:
    live.heroku.release("honey", live.history.aside)
    live.heroku.release("honey", live.history.new)
    result = live.run("--rollback", tag="v9.9.9")
    assert result.code == Exit.DONE, result.text
    assert live.heroku.current_commit("honey") == live.history.aside


def test_keys_changed_since_stay_changed(live: World) -> None:
    live.heroku.change_config("honey", KEY="rotated")
    result = live.run("--rollback", tag=BEFORE)
    assert result.code == Exit.DONE, result.text
    assert live.heroku.config["honey"] == {"KEY": "rotated"}
    assert live.heroku.current_commit("honey") == live.history.previous


def test_slug_that_the_host_has_destroyed_is_said_before(live: World) -> None:
    live.heroku.expire("honey", 2)
    result = live.run("--rollback", tag=BEFORE)
    assert result.code == Exit.ROLLBACK_REFUSED
    assert "The slugs of 1 releases are gone" in result.text
    assert "after 30 days and 20 releases" in result.text
    assert live.heroku.writes == []


def test_in_maintenance_mode_the_code_goes_back_and_the_rest_is_left_to_a_person(
    live: World,
) -> None:
    live.heroku.in_maintenance = True
    live.sites.spoil("GET /production", Reply(503, "<h1>Offline for maintenance</h1>"))
    result = live.run("--rollback", tag=BEFORE)
    assert result.code == Exit.DONE, result.text
    assert live.heroku.current_commit("honey") == live.history.previous
    assert "heroku maintenance:off -a honey" in result.left


def test_running_release_is_waited_for_by_a_person(live: World) -> None:
    live.heroku.release("honey", live.history.old, "hangs")
    assert live.run("--rollback", tag=BEFORE).code == Exit.DEPLOYMENT_RUNNING


def test_unwell_after_going_back(live: World) -> None:
    live.sites.unwell.add(live.history.previous)
    result = live.run("--rollback", tag=BEFORE, DELIVERY_HEALTH_SECONDS="0.2")
    assert result.code == Exit.ROLLBACK_FAILED
    assert "not yet checked" in result.production
