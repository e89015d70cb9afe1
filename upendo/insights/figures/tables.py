"""The figures as tables to download: a row for each day, or for each code."""

from collections.abc import Callable, Iterator
from datetime import date

from django.utils.translation import gettext

from upendo.catalogue.models import Jar
from upendo.desk.tables.xlsx import Cell
from upendo.insights.figures import counts
from upendo.insights.figures.funnel import title_of
from upendo.insights.figures.span import Span
from upendo.insights.figures.subject import Subject
from upendo.insights.models import Act, CodeCount, Kind, OpenedCode
from upendo.story.pages import COUNTED
from upendo.story.ways import Way

type Table = tuple[list[str], Iterator[list[Cell]]]

JARS_A_QUERY = 2000


def days_table(subject: Subject, span: Span) -> Table:
    """Return a row for each day: visits, how they began, what was done, which pages were seen."""
    visits = counts.visits_of(subject, span)
    columns: list[tuple[str, dict[date, int]]] = [(gettext("Visits"), visits)]
    if not subject.is_code:
        columns += _columns(subject, span)
    return [gettext("Day"), *(heading for heading, _ in columns)], _days(span, columns)


def codes_table(subject: Subject, span: Span) -> Table:
    """Return a row for each code: its visits in the span, and the day of its first opening."""
    headings = [
        gettext("Code"),
        gettext("Lot"),
        gettext("Shop"),
        gettext("Visits"),
        gettext("First opened"),
    ]
    return headings, _codes(subject, span)


TABLES: dict[str, Callable[[Subject, Span], Table]] = {"days": days_table, "codes": codes_table}


def _days(span: Span, columns: list[tuple[str, dict[date, int]]]) -> Iterator[list[Cell]]:
    for day in span:
        yield [f"{day}", *(numbers.get(day, 0) for _, numbers in columns)]


def _columns(subject: Subject, span: Span) -> Iterator[tuple[str, dict[date, int]]]:
    ways = counts.by_day(counts.of_stories(Kind.VISIT, subject), span, "way")
    acts = counts.by_day(counts.of_stories(Kind.ACT, subject), span, "value")
    pages = counts.by_day(counts.of_stories(Kind.PAGE, subject), span, "value")
    yield from (
        (gettext("By: %(label)s") % {"label": way.label}, ways.get(way.value, {})) for way in Way
    )
    yield from ((str(act.label), acts.get(act.value, {})) for act in Act)
    yield from (
        (gettext("Saw: %(name)s") % {"name": title_of(name)}, pages.get(name, {}))
        for name in COUNTED
    )


def _codes(subject: Subject, span: Span) -> Iterator[list[Cell]]:
    """Yield the rows some at a time, so that no transaction stays open while they are taken."""
    jars = subject.jars.select_related("batch", "retailer").order_by("pk")
    found = list(jars[:JARS_A_QUERY])
    while found:
        keys = [jar.pk for jar in found]
        visits = counts.totals(CodeCount.objects.filter(jar__in=keys), span, "jar")
        first = dict(OpenedCode.objects.filter(jar__in=keys).values_list("jar", "first_on"))
        yield from (_row(jar, visits[jar.pk], first.get(jar.pk)) for jar in found)
        found = list(jars.filter(pk__gt=keys[-1])[:JARS_A_QUERY])


def _row(jar: Jar, visits: int, first_on: date | None) -> list[Cell]:
    shop = str(jar.retailer) if jar.retailer else ""
    day = f"{first_on}" if first_on else ""
    return [jar.code, str(jar.batch), shop, visits, day]
