from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import DataError, OperationalError, connection

from upendo.catalogue.models import Jar, PrintRun
from upendo.catalogue.tests.factories import JarFactory
from upendo.insights.counting import writer
from upendo.insights.counting.gathered import Counted, Gathered, gathered
from upendo.insights.counting.write import write
from upendo.insights.models import CodeCount, CountedStory, Kind, OpenedCode, StoryCount
from upendo.story.ways import Way

pytestmark = pytest.mark.django_db

MONDAY = date(2026, 11, 30)
SCANNED = Counted("PUREJOY", Kind.VISIT, Way.SQUARE)


@pytest.fixture(autouse=True)
def nothing_gathered() -> Iterator[None]:
    gathered.take()
    yield
    gathered.take()


def numbers(kind: Kind) -> dict[tuple[str, str, date], int]:
    """Return what was counted, by way, value and day."""
    return {
        (row.way, row.value, row.month.replace(day=day)): number
        for row in StoryCount.objects.filter(kind=kind)
        for day, number in enumerate(row.days, start=1)
        if number
    }


def test_numbers_are_added_to_those_of_the_day() -> None:
    JarFactory.create(code="PUREJOY")
    read = Counted("PUREJOY", Kind.PAGE, Way.SQUARE, "menu")
    write(MONDAY, {SCANNED: 2, read: 5})
    write(MONDAY, {SCANNED: 1})
    write(date(2026, 11, 1), {SCANNED: 4})
    write(date(2026, 12, 1), {SCANNED: 8})
    assert numbers(Kind.VISIT) == {
        ("square", "", date(2026, 11, 30)): 3,
        ("square", "", date(2026, 11, 1)): 4,
        ("square", "", date(2026, 12, 1)): 8,
    }
    assert numbers(Kind.PAGE) == {("square", "menu", MONDAY): 5}


def test_codes_that_tell_the_same_story_share_its_rows_and_have_one_of_their_own() -> None:
    first = JarFactory.create(code="PUREJOY", retailer=None)
    same = {"batch": first.batch, "beekeeper": first.beekeeper, "retailer": None}
    JarFactory.create(code="ANOTHER", **same)
    run = PrintRun.objects.create(number=1, **same)
    printed = JarFactory.create(code="PRINTED", print_run=run, **same)
    for day in (1, 2):
        codes = {code: Counted(code, Kind.VISIT, Way.SQUARE) for code in ("ANOTHER", "PRINTED")}
        write(date(2026, 11, day), {SCANNED: 1, **dict.fromkeys(codes.values(), 2)})
    assert CountedStory.objects.count() == 2
    of_run = StoryCount.objects.get(story__print_run=run)
    assert of_run.days[:3] == [2, 2, 0]
    assert StoryCount.objects.exclude(story=of_run.story).get().days[:3] == [3, 3, 0]
    assert CodeCount.objects.get(jar=printed).days[:3] == [2, 2, 0]
    assert OpenedCode.objects.get(jar=printed).first_on == date(2026, 11, 1)
    assert OpenedCode.objects.count() == 3


def test_only_printed_codes_are_counted() -> None:
    JarFactory.create(code="DRAFT", status=Jar.Status.DRAFT)
    JarFactory.create(code="RETIRED", status=Jar.Status.RETIRED)
    codes = ("DRAFT", "RETIRED", "N0SUCH")
    write(MONDAY, {Counted(code, Kind.VISIT, Way.TYPED): 1 for code in codes})
    assert CodeCount.objects.get().jar.code == "RETIRED"
    assert numbers(Kind.VISIT) == {("typed", "", MONDAY): 1}


def test_a_page_without_an_opening_opens_no_code() -> None:
    JarFactory.create(code="PUREJOY")
    write(MONDAY, {Counted("PUREJOY", Kind.PAGE, Way.SQUARE, "menu"): 1})
    assert numbers(Kind.PAGE)
    assert not OpenedCode.objects.exists()


def failing(error: Exception) -> Any:
    def fail(*_: object) -> None:
        raise error

    return fail


def test_what_cannot_be_written_now_is_written_later_and_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    JarFactory.create(code="PUREJOY")
    gathered.add(MONDAY, [SCANNED])
    with monkeypatch.context() as patch:
        patch.setattr(connection, "close", lambda: None)
        patch.setattr(writer, "write", failing(OperationalError("the database does not answer")))
        writer.write_gathered()
        gathered.add(MONDAY, [SCANNED])
        patch.undo()
    monkeypatch.setattr(connection, "close", lambda: None)
    writer.write_gathered()
    writer.write_gathered()
    assert numbers(Kind.VISIT) == {("square", "", MONDAY): 2}


def test_what_can_never_be_written_does_not_stand_in_the_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection, "close", lambda: None)
    monkeypatch.setattr(writer, "write", failing(DataError("integer out of range")))
    gathered.add(MONDAY, [SCANNED])
    writer.write_gathered()
    assert gathered.take() == {}


def test_the_memory_is_bounded_and_what_is_known_still_counts() -> None:
    small = Gathered(most=2)
    for code in ("A", "B", "C", "A"):
        small.add(MONDAY, [Counted(code, Kind.VISIT)])
    small.add(date(2026, 12, 1), [Counted("A", Kind.VISIT)])
    assert small.take() == {MONDAY: {Counted("A", Kind.VISIT): 2, Counted("B", Kind.VISIT): 1}}
    assert small.take() == {}
