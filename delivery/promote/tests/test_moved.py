"""Settings that change while a release is under way, and a commit that is built once more."""

from delivery.promote.tests.world import World
from delivery.run.outcomes import Exit
from delivery.services.tests.standins.heroku import PROMOTED, ROLLED_BACK


def test_changed_setting_during_the_health_wait_is_reported(world: World) -> None:
    world.heroku.during(
        PROMOTED,
        lambda: world.sites.during(
            "GET /production/healthz", lambda: world.heroku.change_config("honey", KEY="new")
        ),
    )
    result = world.run()
    assert result.code == Exit.DONE, result.text
    assert "It runs v3" in result.production


def test_changed_setting_during_the_health_wait_does_not_stop_a_rollback(world: World) -> None:
    def unwell_and_changed() -> None:
        world.sites.unwell.add(world.history.new)
        world.heroku.change_config("honey", "succeeded", KEY="new")

    world.heroku.during(
        PROMOTED, lambda: world.sites.during("GET /production/healthz", unwell_and_changed)
    )
    result = world.run(DELIVERY_HEALTH_SECONDS="0.3")
    assert result.code == Exit.ROLLED_BACK, result.text
    assert world.heroku.current_commit("honey") == world.history.previous
    assert world.heroku.config["honey"] == {"KEY": "new"}


def test_changed_setting_before_the_promotion_does_not_stop_it(world: World) -> None:
    world.heroku.during("POST .*/backups", lambda: world.heroku.change_config("honey", KEY="new"))
    assert world.run().code == Exit.DONE


def test_same_commit_built_again_is_promoted_when_asked_by_name(world: World) -> None:
    world.run()
    world.heroku.release("honey-staging", world.history.new, rebuilt=True)
    again = world.run()
    assert "live already" in again.text
    assert world.heroku.writes.count(PROMOTED) == 1
    result = world.run("--rebuild")
    assert result.code == Exit.DONE, result.text
    assert world.heroku.writes.count(PROMOTED) == 2
    assert world.slug_of(3) == world.heroku.current("honey-staging")["slug"]["id"]
    assert "live already" in world.run("--rebuild").text


def test_bad_new_build_of_the_same_commit_goes_back_to_the_old_build(world: World) -> None:
    world.run()
    world.heroku.release("honey-staging", world.history.new, rebuilt=True)
    world.heroku.during(PROMOTED, lambda: world.sites.spoil("/menu", "close"))
    world.heroku.during(ROLLED_BACK, world.sites.faults.clear)
    result = world.run("--rebuild", DELIVERY_HEALTH_SECONDS="0.3")
    assert result.code == Exit.ROLLED_BACK, result.text
    assert world.heroku.current("honey")["slug"]["id"] == world.slug_of(2)
