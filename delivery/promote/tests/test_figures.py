"""DORA's four figures out of a list of releases."""

from datetime import UTC, datetime, timedelta

import pytest

from delivery.promote.figures import deployments, failures, frequency, lead_time, spoken
from delivery.promote.tests.world import World
from delivery.services.heroku import Release
from delivery.services.tests.standins.heroku import PROMOTED

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


def release(version: int, slug: str | None, hours: float, status: str = "succeeded") -> Release:
    created = MONDAY + timedelta(hours=hours)
    return Release(f"r{version}", version, status, False, slug, created)


HISTORY = [
    release(1, None, 0),
    release(2, "a", 1),
    release(3, "a", 2),  # a setting was changed
    release(4, "b", 25),
    release(5, "a", 25.5),  # back
    release(6, "c", 40, "failed"),
    release(7, "d", 49),
    release(8, "e", 50, "pending"),
]


def test_a_deployment_is_new_code_only() -> None:
    found = deployments(HISTORY[::-1])
    assert [(d.release.slug, d.failed) for d in found] == [
        ("a", False),
        ("b", True),
        ("c", True),
        ("d", False),
    ]
    assert found[1].restored == timedelta(minutes=30)


def test_expired_releases_count_as_what_they_were() -> None:
    old = [release(1, "a", 0, "expired"), release(2, "b", 9, "expired"), release(3, "c", 10)]
    assert [d.failed for d in deployments(old)] == [False, False, False]


def test_the_lines() -> None:
    found = deployments(HISTORY)
    assert frequency(found) == [
        "Time since the release before: 9 hours; the last 4 releases took 2 days."
    ]
    assert failures(found) == (
        "Of the last 4 releases 2 failed; restored after 30 min (median of 1)."
    )
    made = [int((MONDAY - timedelta(hours=h)).timestamp()) for h in (1, 3, 11)]
    assert lead_time(made, MONDAY) == (
        "Lead time from commit to production: 3 hours (median of 3 commits)."
    )


@pytest.mark.parametrize(
    ("minutes", "said"), [(-1, "0 min"), (119, "119 min"), (120, "2 hours"), (4320, "3 days")]
)
def test_a_length_of_time(minutes: int, said: str) -> None:
    assert spoken(timedelta(minutes=minutes)) == said


def test_a_release_tells_them(world: World) -> None:
    result = world.run()
    assert "Lead time from commit to production" in result.figures
    assert "Of the last 2 releases none failed." in result.figures


def test_a_rolled_back_release_is_a_failed_one(world: World) -> None:
    world.heroku.during(PROMOTED, lambda: world.sites.unwell.add(world.history.new))
    result = world.run(DELIVERY_HEALTH_SECONDS="0.3")
    assert "Of the last 2 releases 1 failed; restored after 0 min" in result.figures


def test_figures_that_cannot_be_read_change_no_outcome(world: World) -> None:
    world.heroku.during(PROMOTED, lambda: world.heroku.spoil("GET /apps/honey/releases$", "close"))
    result = world.run()
    assert result.code == 0
    assert "They could not be read" in result.figures
