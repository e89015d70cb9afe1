from datetime import date

import pytest
import time_machine

from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.mail import courier
from upendo.insights.counting.gathered import Counted
from upendo.insights.counting.write import write
from upendo.insights.models import CodeCount, Kind, OpenedCode, StoryCount
from upendo.story.ways import Way

pytestmark = pytest.mark.django_db

OPENED = Counted("PUREJOY", Kind.VISIT, Way.SQUARE)
READ = Counted("PUREJOY", Kind.PAGE, Way.SQUARE, "menu")


@pytest.fixture
def counted() -> None:
    """Two days of January 2026, and one of each month that follows, of two years and a half."""
    JarFactory.create(code="PUREJOY")
    write(date(2026, 1, 31), {OPENED: 2, READ: 1})
    for month in range(30):
        write(date(2026 + month // 12, month % 12 + 1, 15), {OPENED: 10, READ: 7})


def lengths(today: str) -> dict[date, int]:
    """Return how many numbers each month of visits has after the courier's round on a day."""
    with time_machine.travel(today, tick=False):
        courier.make_round()
        courier.make_round()  # which finds nothing to do
    rows = StoryCount.objects.filter(kind=Kind.VISIT).order_by("month")
    return {row.month: len(row.days) for row in rows}


@pytest.mark.usefixtures("counted")
def test_the_numbers_of_codes_go_after_13_months_and_that_they_were_opened_stays() -> None:
    lengths("2027-02-28")
    assert CodeCount.objects.count() == 30
    lengths("2027-03-01")
    assert not CodeCount.objects.filter(month=date(2026, 1, 1)).exists()
    assert CodeCount.objects.filter(month=date(2026, 2, 1)).exists()
    assert OpenedCode.objects.get().first_on == date(2026, 1, 31)


@pytest.mark.usefixtures("counted")
def test_days_are_summed_up_by_months_after_25_months() -> None:
    assert set(lengths("2028-02-29").values()) == {31}
    folded = lengths("2028-03-01")
    assert (folded[date(2026, 1, 1)], folded[date(2026, 2, 1)]) == (1, 31)
    january = StoryCount.objects.filter(month=date(2026, 1, 1))
    assert {row.kind: row.days for row in january} == {"visit": [12], "page": [8]}
    later = lengths("2028-05-02")
    assert (later[date(2026, 3, 1)], later[date(2026, 4, 1)]) == (1, 31)
    whole = sum(sum(row.days) for row in StoryCount.objects.filter(kind=Kind.VISIT))
    assert whole == 2 + 30 * 10
