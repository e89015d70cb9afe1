"""Rate limits: short ones are waited for, long ones end the run with a time to come back."""

import time

from delivery.promote.tests.world import World
from delivery.run.outcomes import Exit
from delivery.services.tests.standins.heroku import PROMOTED
from delivery.services.tests.standins.server import Reply

LIMITED = {"id": "rate_limit", "message": "Your account reached the API rate limit."}


def test_short_limit_is_waited_for(world: World) -> None:
    world.heroku.spoil("GET .*releases", Reply(429, LIMITED), times=3)
    assert world.run().code == Exit.DONE


def test_limited_promotion_is_asked_again(world: World) -> None:
    world.heroku.spoil(PROMOTED, Reply(429, LIMITED), times=1)
    assert world.run().code == Exit.DONE
    assert len(world.heroku.promotions) == 1


def test_asked_wait_is_kept(world: World) -> None:
    reply = Reply(403, {"message": "Slow down."}, headers={"Retry-After": "1"})
    world.github.spoil("/status", reply, times=1)
    began = time.monotonic()
    assert world.run().code == Exit.DONE
    assert time.monotonic() - began >= 1


def test_long_limit_ends_the_run(world: World) -> None:
    reset = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(time.time()) + 3600)}
    world.github.spoil("/status", Reply(403, {"message": "Limit."}, headers=reset))
    result = world.run()
    assert result.code == Exit.RATE_LIMITED
    assert "GitHub: the rate limit is used up until" in result.text
    assert world.heroku.writes == []


def test_endless_limit_ends_the_run(world: World) -> None:
    world.heroku.spoil("GET .*releases", Reply(429, LIMITED))
    result = world.run()
    assert result.code == Exit.RATE_LIMITED
    assert not world.promoted


def test_spent_allowance_pauses_before_the_next_request(world: World) -> None:
    spent = Reply(200, {"check_runs": []}, headers={"X-RateLimit-Remaining": "0"})
    world.github.statuses["browser"] = "success"
    world.github.spoil("/status", Reply(200, {"statuses": []}, headers=spent.headers), times=1)
    began = time.monotonic()
    world.run(DELIVERY_POLL_SECONDS="0.3")
    assert time.monotonic() - began >= 0.3
