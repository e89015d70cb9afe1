"""Measures the counters at one number of codes; dev.bench.visits runs it."""

import logging
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

from django.db import connection
from django.utils import timezone

from dev.bench.runs.many_codes import fill
from dev.bench.runs.two_years import VISITS, visit_two_years
from upendo.catalogue.models import Jar, Retailer
from upendo.insights.counting.gathered import Counted, Gathered
from upendo.insights.counting.write import write
from upendo.insights.counting.writer import PAUSE
from upendo.insights.figures.report import Report
from upendo.insights.figures.span import Span
from upendo.insights.figures.subject import BATCH, BEEKEEPER, CODE, HONEY, RUN, SHOP, Subject
from upendo.insights.models import CodeCount, CountedStory, Kind, OpenedCode, StoryCount
from upendo.story.built_in_pages import PAGES
from upendo.story.ways import Way

TABLES = (StoryCount, CodeCount, OpenedCode, CountedStory)
CHARTS = (
    "chart", "change", "ways", "parts", "acts", "readers", "most_read", "codes", "newest_runs",
    "silent_runs", "unknown",
)  # fmt: skip
OF_A_CODE = ("chart", "change", "first_on")  # of a single code nothing else is counted
SPANS = (7, 30, 90, 365)
BOUND = 300  # milliseconds for a chart
WRITINGS = 100


def main() -> None:
    """Fill a database that is dropped afterwards, and print what it takes."""
    logging.disable(logging.INFO)
    # Not the database of tests, which may run meanwhile.
    connection.settings_dict["TEST"]["NAME"] = "upendo_visits"
    old_name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        fill(int(sys.argv[1]))
        visit_two_years()
        _say_sizes()
        with connection.cursor() as cursor:  # another process's time would not be seen
            cursor.execute("SET max_parallel_workers_per_gather = 0")
        _say_charts()
        _say_writing()
    finally:
        connection.creation.destroy_test_db(old_name, verbosity=0)


def _say_sizes() -> None:
    print(f"{'':24}{'rows':>12}{'MB':>8}   after two years of {VISITS:,} visits a day")
    whole = 0.0
    with connection.cursor() as cursor:
        for model in TABLES:
            cursor.execute("SELECT pg_total_relation_size(%s)", [model._meta.db_table])
            size = cursor.fetchone()[0] / 1e6
            whole += size
            print(f"{model.__name__:24}{model._default_manager.count():12,}{size:8.0f}")
    print(f"{'':24}{'':12}{whole:8.0f}")
    last = timezone.localdate().replace(day=1) - timedelta(days=1)
    month = last.replace(day=1)
    rows = StoryCount.objects.filter(month=month).count()
    rows += CodeCount.objects.filter(month=month).count()
    print(f"{'rows a day':24}{rows / last.day:12,.0f}\n")


def _say_charts() -> None:
    print(f"{'ms of a processor':28}" + "".join(f"{f'{days} days':>10}" for days in SPANS))
    slowest = 0.0
    today = timezone.localdate()
    for subject in _subjects():
        spans = [Span(today - timedelta(days=days - 1), today) for days in SPANS]
        for chart in OF_A_CODE if subject.is_code else CHARTS:
            times = [_milliseconds(subject, span, chart) for span in spans]
            slowest = max(slowest, *times)
            name = f"{subject.kind.title if subject.kind else 'All'}: {chart}"
            print(f"{name:28}" + "".join(f"{taken:10.0f}" for taken in times))
    met = "met" if slowest <= BOUND else "NOT met"
    print(f"{'the slowest':28}{slowest:10.0f}   at most {BOUND}: {met}\n")


def _subjects() -> Iterator[Subject]:
    """Yield everything, and of each kind a record with much to count."""
    jar = Jar.objects.printed().select_related("batch__honey").order_by("-print_run__number")[0]
    shop = jar.retailer or Retailer.objects.first()
    records: list[tuple[Any, Any]] = [
        (SHOP, shop), (HONEY, jar.batch.honey), (BATCH, jar.batch), (BEEKEEPER, jar.beekeeper),
        (RUN, jar.print_run), (CODE, jar),
    ]  # fmt: skip
    yield Subject()
    yield from (Subject(kind, record) for kind, record in records)


def _milliseconds(subject: Subject, span: Span, chart: str) -> float:
    """Return what a chart takes, the quickest of two: the first may read from the disk."""

    def draw() -> None:
        getattr(Report(subject, span), chart)

    return min(_spent(draw) for _ in range(2))


def _say_writing() -> None:
    """Write what one of two workers gathers in its pauses while a million visits a day come."""
    visits = VISITS * PAUSE // 86_400 // 2
    codes = list(Jar.objects.printed().order_by("?").values_list("code", flat=True)[:5000])
    day, times = timezone.localdate(), []
    chance = Random(1)  # noqa: S311 - the same visits each time
    for _ in range(WRITINGS):
        gathered = Gathered()
        for code in chance.choices(codes, k=visits):
            gathered.add(day, islice(_visit(code, chance), 9))
        numbers = gathered.take()[day]
        times.append(_spent(partial(write, day, numbers)))
    p99 = quantiles(times, n=100)[98]
    share = median(times) / (PAUSE * 1000)
    print(
        f"{visits} visits written every {PAUSE} seconds: {median(times):.0f} ms, p99 {p99:.0f}; "
        f"{share:.1%} of a processor"
    )


def _visit(code: str, chance: Random) -> Iterator[Counted]:
    way = chance.choice(Way.values)
    yield Counted(code, Kind.VISIT, way)
    yield Counted(code, Kind.LANGUAGE, "", "de")
    yield Counted(code, Kind.DEVICE, "", "phone")
    yield from (Counted(code, Kind.PAGE, way, page.name) for page in PAGES)


def _spent(step: Callable[[], None]) -> float:
    """Return the milliseconds of a processor that a step takes, here and in PostgreSQL.

    On a machine with nothing else to do it is what one waits for; on a busy one it stays the same.
    """
    server = connection.connection.info.backend_pid
    processes = [Path(f"/proc/{process}/schedstat") for process in ("self", server)]

    def nanoseconds() -> int:
        return sum(int(process.read_text().split()[0]) for process in processes)

    before = nanoseconds()
    step()
    return (nanoseconds() - before) / 1e6


if __name__ == "__main__":
    main()
