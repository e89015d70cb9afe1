"""The limits of different programs that must fit into each other."""

import re

from delivery.release import phase
from delivery.run.waiting import Timing

SECONDS = {"s": 1, "min": 60}
# The host ends a release phase after an hour (https://devcenter.heroku.com/articles/release-phase).
HOST_LIMIT = 3600


def seconds(limit: str) -> int:
    found = re.fullmatch(r"(\d+)(s|min)", limit)
    assert found, limit
    return int(found[1]) * SECONDS[found[2]]


def test_a_promotion_waits_for_as_long_as_a_release_may_take() -> None:
    lock, statement = phase.WAIT_FOR_A_RELEASE, phase.LIMITS["statement_timeout"]
    assert Timing().promotion > seconds(lock) + seconds(statement)
    assert Timing().promotion > HOST_LIMIT


def test_a_site_has_time_to_start_and_then_to_be_well() -> None:
    host_boot_limit = 60
    assert Timing().health > host_boot_limit + Timing().steady
