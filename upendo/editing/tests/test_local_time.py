"""Times are read by the clock of whoever types them, and those that cannot be are refused."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from upendo.editing.admin.review_forms import PlanForm
from upendo.editing.local_time import in_words, zones
from upendo.editing.tests.planning import FRIDAY, WHEN

BERLIN = {"zone": "Europe/Berlin"}
FORWARD, BACK = BERLIN | {"day": "2027-03-28"}, BERLIN | {"day": "2027-10-31"}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"day": "2026-11-26"}, "That time has passed in Africa/Dar es Salaam"),
        ({"zone": ""}, "Choose a time zone"),
        ({"zone": "Mars/Olympus"}, "Select a valid choice"),
        ({"day": "9999-12-31"}, "from today to one in a year"),
        ({"day": "0001-01-01"}, "from today to one in a year"),
        ({"time": "8 o'clock"}, "Enter a valid time"),
        (
            FORWARD | {"time": "02:30"},
            "There is no 02:30 on 28 March 2027 in Europe/Berlin: the clocks go forward, and it "
            "is 03:30 at once",
        ),
        (
            BACK | {"time": "02:30"},
            "The clocks of Europe/Berlin show 02:30 on 31 October 2027 twice",
        ),
    ],
)
@time_machine.travel(FRIDAY, tick=False)
def test_a_time_that_cannot_be_is_refused_in_words(typed: dict[str, str], words: str) -> None:
    errors = PlanForm(None, WHEN | typed).errors
    assert words in str(errors.as_data())


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        (WHEN, datetime(2026, 11, 30, 5, tzinfo=UTC)),
        (FORWARD | {"time": "01:59"}, datetime(2027, 3, 28, 0, 59, tzinfo=UTC)),
        (FORWARD | {"time": "03:00"}, datetime(2027, 3, 28, 1, tzinfo=UTC)),
        (BACK | {"time": "03:00"}, datetime(2027, 10, 31, 2, tzinfo=UTC)),
    ],
)
@time_machine.travel(FRIDAY, tick=False)
def test_a_time_is_that_of_the_zone(typed: dict[str, str], at: datetime) -> None:
    form = PlanForm(None, typed)
    assert form.is_valid()
    assert form.cleaned_data["at"] == at


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        ("Africa/Dar_es_Salaam", "08:00 (Africa/Dar es Salaam, UTC+3)"),
        ("Asia/Kolkata", "10:30 (Asia/Kolkata, UTC+5:30)"),
        ("America/St_Johns", "01:30 (America/St Johns, UTC-3:30)"),
        ("Europe/London", "05:00 (Europe/London, UTC)"),
        ("UTC", "05:00 (UTC)"),
    ],
)
def test_a_moment_is_told_with_its_zone(zone: str, words: str) -> None:
    assert in_words(datetime(2026, 11, 30, 5, tzinfo=UTC), zone).endswith(words)


def test_zones_have_the_names_that_browsers_use() -> None:
    known = zones()
    assert {"Asia/Calcutta", "Asia/Kolkata", "Africa/Dar_es_Salaam", "UTC"} <= set(known)
    assert all(ZoneInfo(zone) for zone in known)
