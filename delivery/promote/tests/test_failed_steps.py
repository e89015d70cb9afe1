"""Backup and promotion going wrong: what is known of production is said."""

import pytest

from delivery.promote.tests.world import IMPATIENT, World
from delivery.run.outcomes import Exit
from delivery.services.tests.standins.heroku import PROMOTED
from delivery.services.tests.standins.server import Reply


def test_failed_backup(world: World) -> None:
    world.heroku.backup = "failed"
    result = world.run()
    assert result.code == Exit.BACKUP_FAILED
    assert "Backup b042 failed." in result.text
    assert "heroku pg:backups:info b042 -a honey" in result.left
    assert not world.promoted


def test_hanging_backup(world: World) -> None:
    world.heroku.backup = "hangs"
    result = world.run(**IMPATIENT)
    assert result.code == Exit.BACKUP_UNFINISHED
    assert "Untouched: it runs v1" in result.production
    assert "when it has finished or is cancelled, run again" in result.left
    assert not world.promoted


def test_app_without_a_database(world: World) -> None:
    world.heroku.spoil("addon-attachments", Reply(200, []))
    result = world.run()
    assert result.code == Exit.BACKUP_FAILED
    assert "no database attached as DATABASE" in result.text
    assert not world.promoted


def test_refused_promotion(world: World) -> None:
    world.heroku.promotion = "refused"
    result = world.run()
    assert result.code == Exit.PROMOTION_FAILED
    assert "The source release has expired." in result.text
    assert "Untouched" in result.production
    assert "run again for v1.2.3" in result.left


def test_failed_target(world: World) -> None:
    world.heroku.promotion = "failed"
    result = world.run()
    assert result.code == Exit.PROMOTION_FAILED
    assert "could not promote: Release could not be created." in result.text
    assert "It still runs v1; its database is unchanged." in result.production


def test_promotion_called_failed_though_production_moved_is_still_checked(world: World) -> None:
    world.heroku.promotion = "failed yet moved"
    result = world.run()
    assert result.code == Exit.DONE, result.text
    assert "yet production runs v2" in result.text


def test_promotion_called_failed_though_production_moved_is_rolled_back(world: World) -> None:
    world.heroku.promotion = "failed yet moved"
    world.heroku.during(PROMOTED, lambda: world.sites.unwell.add(world.history.new))
    assert world.run(DELIVERY_HEALTH_SECONDS="0.2").code == Exit.ROLLED_BACK


def test_failed_release_phase(world: World) -> None:
    world.heroku.release_phase = "failed"
    result = world.run()
    assert result.code == Exit.PROMOTION_FAILED
    assert "The release phase of v2 failed." in result.text
    assert "It still runs v1; its database is unchanged." in result.production
    assert "heroku releases:output -a honey" in result.left


def test_release_phase_that_migrated_in_part_before_it_failed(world: World) -> None:
    world.heroku.release_phase = "failed"
    world.heroku.during(
        r"GET /pipeline-promotions/[\w-]+/promotion-targets",
        lambda: world.sites.applied["production"].append("0002"),
    )
    result = world.run()
    assert result.code == Exit.PROMOTION_FAILED
    assert "its database was migrated, at least in part" in result.production


def test_hanging_promotion(world: World) -> None:
    world.heroku.promotion = "hangs"
    result = world.run(**IMPATIENT)
    assert result.code == Exit.PROMOTION_UNSEEN
    assert "its end was not seen" in result.production
    assert "run again for v1.2.3: what is already live is only checked" in result.left


def test_hanging_release_phase(world: World) -> None:
    world.heroku.release_phase = "hangs"
    result = world.run(**IMPATIENT)
    assert result.code == Exit.PROMOTION_UNSEEN
    assert "release phase of v2 was not finished" in result.text
    assert "heroku releases -a honey" in result.left


def test_run_again_after_a_hanging_release_waits_its_turn_then_only_checks(world: World) -> None:
    world.heroku.release_phase = "hangs"
    world.run(**IMPATIENT)
    assert world.run().code == Exit.DEPLOYMENT_RUNNING
    release = world.heroku.releases["honey"][-1]
    world.heroku.ending[release["id"]] = "succeeded"
    assert world.run().code == Exit.DEPLOYMENT_RUNNING
    result = world.run()
    assert result.code == Exit.DONE
    assert len(world.heroku.promotions) == 1


def test_two_tags_at_once_the_second_to_come_finds_production_moved(world: World) -> None:
    world.heroku.during("POST .*/backups", lambda: world.heroku.release("honey", world.history.old))
    result = world.run()
    assert result.code == Exit.PRODUCTION_MOVED
    assert f"Production has moved to v2 ({world.history.old[:7]})" in result.text
    assert not world.promoted


def test_two_tags_at_once_the_second_to_come_finds_a_release_running(world: World) -> None:
    world.heroku.during(
        "POST .*/backups", lambda: world.heroku.release("honey", world.history.old, "hangs")
    )
    result = world.run()
    assert result.code == Exit.DEPLOYMENT_RUNNING
    assert not world.promoted


def test_interrupted_before_the_promotion(world: World) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("delivery.promote.command.back_up", interrupted)
        result = world.run()
    assert result.code == Exit.INTERRUPTED
    assert "Untouched: it runs v1" in result.production
    assert not world.promoted


def test_interrupted_during_the_promotion(world: World) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("delivery.promote.rollout.follow_promotion", interrupted)
        result = world.run()
    assert result.code == Exit.INTERRUPTED
    assert world.heroku.writes[-1] == PROMOTED
    assert "its end was not seen" in result.production


def test_own_fault_still_says_how_production_stands(world: World) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("delivery.promote.rollout.follow_promotion", broken)
        result = world.run()
    assert result.code == Exit.BUG
    assert "its end was not seen" in result.production
    assert "heroku releases -a honey" in result.left


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def broken(*_: object) -> None:
    raise ZeroDivisionError
