"""What the page of figures says, against numbers that are known."""

import re
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from upendo.catalogue.models import Jar, PrintRun
from upendo.catalogue.tests.factories import BatchFactory, JarFactory, RetailerFactory
from upendo.insights.figures.funnel import PARTS, funnel
from upendo.insights.figures.report import Report
from upendo.insights.figures.runs import silent_runs
from upendo.insights.figures.span import DAY, Span
from upendo.insights.figures.subject import CODE, SHOP, Subject
from upendo.insights.models import Act, Kind, StoryCount, UnknownCode
from upendo.insights.tests.counted import count
from upendo.story.built_in_pages import PAGES
from upendo.story.ways import Way

pytestmark = pytest.mark.django_db
TODAY = "2026-11-26T12:00Z"
WEEK = Span(date(2026, 11, 20), date(2026, 11, 26))


@pytest.fixture(autouse=True)
def _today() -> object:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def jar() -> Jar:
    return JarFactory.create(status="live", retailer=RetailerFactory.create(name="Morgenrot"))


def words(page: str) -> str:
    """Return what a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_a_span_adds_up_its_own_days_and_compares_whole_ones(jar: Jar) -> None:
    count(jar, date(2026, 11, 26), 5)  # today, still running
    count(jar, date(2026, 11, 21), 18, way=Way.TYPED)
    count(jar, date(2026, 11, 13), 12)  # a week before
    count(jar, date(2026, 10, 31), 99)
    report = Report(Subject(), WEEK)
    assert report.visits == 23
    assert [(bar.label, bar.number) for bar in report.ways][:2] == [
        ("Square on the jar", 5),
        ("Code typed on our site", 18),
    ]
    # 18 in six whole days; 12 came on the day before the six that are compared.
    assert report.change
    assert (report.change.a_day, report.change.before) == (3, 0)
    assert [column.number for column in report.chart.columns] == [0, 18, 0, 0, 0, 0, 5]
    assert [column.before for column in report.chart.columns] == [12, 0, 0, 0, 0, 0, 0]
    assert report.chart.columns[-1].is_running
    assert [tick.split() for tick in report.chart.ticks][::6] == [["Fri", "20"], ["Thu", "26"]]


def test_a_span_over_the_end_of_a_year_and_of_february_loses_no_day(jar: Jar) -> None:
    for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 28), date(2026, 3, 1)):
        count(jar, day)
    for first, last, number in (
        (date(2025, 12, 31), date(2026, 3, 1), 4),
        (date(2026, 1, 1), date(2026, 2, 28), 2),
        (date(2026, 1, 2), date(2026, 3, 1), 2),
        (date(2026, 2, 28), date(2026, 2, 28), 1),
    ):
        report = Report(Subject(), Span(first, last))
        assert (report.visits, sum(bar.number for bar in report.ways)) == (number, number)


def test_months_whose_days_are_folded_are_shown_whole(jar: Jar) -> None:
    count(jar, date(2023, 5, 20), 7)
    StoryCount.objects.update(days=[7])
    span = Span(date(2023, 5, 10), date(2023, 5, 30)).widened()
    assert (span.first, span.last, span.unit) == (date(2023, 5, 1), date(2023, 5, 31), "month")
    report = Report(Subject(), span)
    assert (report.visits, report.chart.compares) == (7, False)
    assert report.ways[0].number == 7


def test_of_a_code_nothing_is_said_of_days_that_are_not_kept(jar: Jar) -> None:
    year = Span.ending_today(364)
    count(jar, year.last - 10 * DAY, 5)
    assert Report(Subject(), year).change
    code = Report(Subject(CODE, jar), year)
    assert (code.visits, code.change, code.chart.compares) == (5, None, False)
    assert Report(Subject(CODE, jar), WEEK).chart.compares


def test_a_year_has_a_column_a_week_and_all_of_its_visits(jar: Jar) -> None:
    year = Span.ending_today(364)
    count(jar, year.first, 2)
    count(jar, year.last, 3)
    columns = Report(Subject(), year).chart.columns
    assert [column.number for column in columns] == [2, *[0] * 50, 3]


def test_the_funnel_says_how_far_readers_get_and_where_most_stop(jar: Jar) -> None:
    day = date(2026, 11, 25)
    count(jar, day, 200)
    for page, seen in {"menu": 180, "honey-type": 100, "honey-harvest": 30}.items():
        count(jar, day, seen, kind=Kind.PAGE, value=page)
    count(jar, day, 3, kind=Kind.ACT, value=Act.LETTER_WRITTEN)
    report = Report(Subject(), WEEK)
    assert report.best_read
    assert (report.best_read.title, report.best_read.share) == ("The honey", "50")
    assert [(step.title, step.stopped) for step in report.left_by_most] == [("The honey", 70)]
    assert next((bar.label, bar.share) for bar in report.results) == ("Sent a letter", "1.5")


def test_the_parts_of_the_funnel_have_every_page_in_its_order() -> None:
    assert [name for pages in PARTS.values() for name in pages] == [page.name for page in PAGES]


def test_pages_of_ones_own_are_a_part_of_the_funnel_once_somebody_saw_one() -> None:
    assert [part.title for part in funnel({"menu": 2}, 2)] == [*map(str, PARTS)]
    assert [part.title for part in funnel({"own": 1}, 2)] == [*map(str, PARTS), "Pages of your own"]


def test_each_subject_has_its_own_visits(jar: Jar) -> None:
    other = JarFactory.create(status="live", batch=jar.batch)
    count(jar, date(2026, 11, 25), 4)
    count(other, date(2026, 11, 25), 6)
    both = Report(Subject(), WEEK)
    shops = {line.label: line.number for line in both.most_read[0].lines}
    assert (both.visits, shops) == (10, {"Morgenrot": 4, "No shop": 6})
    assert Report(Subject(SHOP, jar.retailer), WEEK).visits == 4
    code = Report(Subject(CODE, other), WEEK)
    assert (code.visits, code.first_on) == (6, date(2026, 11, 25))


def test_runs_that_fell_silent_are_found_and_others_are_not(jar: Jar) -> None:
    def run(code: str, made: str) -> Jar:
        made_run = PrintRun.objects.create(number=1, batch=jar.batch, beekeeper=jar.beekeeper)
        PrintRun.objects.filter(pk=made_run.pk).update(made_at=f"{made}T09:00Z")
        return JarFactory.create(
            code=code, status="live", batch=jar.batch, print_run=made_run, beekeeper=jar.beekeeper
        )

    quiet, read, old = run("QUIET", "2026-08-01"), run("READ", "2026-08-01"), run("O", "2025-01-01")
    never, fresh = run("NEVER", "2026-09-01"), run("FRESH", "2026-11-20")
    count(quiet, date(2026, 10, 2))
    count(read, date(2026, 11, 20))
    count(old, date(2025, 3, 1))
    found = [item.run for item in silent_runs(Subject(), 5)]
    assert found == [never.print_run, quiet.print_run]
    assert fresh.print_run not in found
    newest = {item.run.pk: item.days_to_first for item in Report(Subject(), WEEK).newest_runs}
    assert (newest[quiet.print_run_id or 0], newest[never.print_run_id or 0]) == (62, None)


def test_an_unknown_code_names_the_printed_one_it_is_a_slip_from(jar: Jar) -> None:
    JarFactory.create(code="MSTUK47W", status="live", batch=BatchFactory.create(lot="INY-1"))
    UnknownCode.objects.create(code="MSTUK74W", count=9)
    UnknownCode.objects.create(code="QQQQQQQQ", count=2)
    first, second = Report(Subject(), WEEK).unknown
    assert first.origin == "One slip from MSTUK47W, lot INY-1"
    assert "No printed code" in second.origin
    assert Report(Subject(SHOP, jar.retailer, jar.retailer_id), WEEK).unknown == []


def test_the_page_says_it_in_words_with_a_table_beside_each_chart(
    admin_client: Client, jar: Jar
) -> None:
    count(jar, date(2026, 11, 24), 1234)
    page = admin_client.get("/admin/what-is-read/?days=7").content.decode()
    said = words(page)
    assert "Stories were opened 1,234 times" in said
    assert "Tuesday, 24 November 2026 1,234 0" in said
    assert page.count("<svg") - page.count('aria-hidden="true"><rect') == 1
    assert 'aria-label="Visits a day. The most: 1,234, Tuesday, 24 November 2026.' in page


@pytest.mark.parametrize(
    "query",
    [
        f"days={'9' * 5000}",
        "first=2026-13-01&last=2026-01-01",
        "first=2026-02-01&last=2026-01-01",
        "first=0001-01-01&last=0001-01-02",
        "first=9999-12-01&last=9999-12-31",
    ],
)
def test_what_cannot_be_understood_is_said_and_shows_thirty_days(
    admin_client: Client, query: str
) -> None:
    answer = admin_client.get(f"/admin/what-is-read/?{query}")
    assert answer.context["asked"].span.days == 30
    assert ("figures__problem" in answer.content.decode()) == ("first" in query)


@pytest.mark.parametrize("query", ["of=shop-0", "of=shop-x", "of=king-1", f"of=code-{10**30}"])
def test_what_there_is_not_has_no_figures(admin_client: Client, query: str) -> None:
    assert admin_client.get(f"/admin/what-is-read/?{query}").status_code == 404


def test_a_name_or_a_code_finds_its_figures(admin_client: Client, jar: Jar) -> None:
    RetailerFactory.create(name="Abendrot")
    for text, title in (("morgen", "Morgenrot"), (jar.code.lower(), jar.code)):
        asked = admin_client.get(f"/admin/what-is-read/?find={text}").context["asked"]
        assert asked.subject.title == title
    both = admin_client.get("/admin/what-is-read/?find=rot").context["asked"].found
    assert {subject.title for subject in both} == {"Morgenrot", "Abendrot"}


def test_more_days_and_codes_cost_no_more_statements(admin_client: Client, jar: Jar) -> None:
    def statements() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            admin_client.get("/admin/what-is-read/?days=364")
        return len(queries)

    count(jar, date(2026, 11, 24))
    few = statements()
    for n in range(1, 12):
        other = JarFactory.create(status="live", batch=jar.batch, retailer=jar.retailer)
        count(other, date(2026, n, 3))
    assert statements() == few


def test_tables_have_a_row_a_day_and_a_row_a_code(admin_client: Client, jar: Jar) -> None:
    count(jar, date(2026, 11, 24), 3)
    address = "/admin/what-is-read/table/?days=7&format=csv&table="
    days, codes = (
        b"".join(admin_client.get(f"{address}{table}")).decode().splitlines()
        for table in ("days", "codes")
    )
    assert days[0].startswith("\ufeffDay,Visits,By: Square on the jar")
    assert (len(days), days[5][:14]) == (8, "2026-11-24,3,3")
    assert codes[1:] == [f"{jar.code},{jar.batch},Morgenrot,3,2026-11-24"]
    assert admin_client.get(f"{address}nothing").status_code == 404
