"""Asks the counters: how often something happened in a span of days, by what one likes to know.

Each question is one statement. It names the places of the arrays that it adds up, which PostgreSQL
does ten times as fast as taking the arrays apart.
"""

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

from django.db.models import BigIntegerField, Case, F, Func, Max, Min, QuerySet, Sum, When

from upendo.insights.figures.span import Span
from upendo.insights.figures.subject import Subject
from upendo.insights.models import DAYS, CodeCount, Kind, StoryCount

type Group = Any  # a way, a value, or a record's key


def by_day(rows: QuerySet[Any], span: Span, group: str = "") -> dict[Group, dict[date, int]]:
    """Return what each day of a span has, for each value of a field, or for all under None.

    A month that is one number has it on its first day.
    """
    groups = [group] if group else []
    days = {f"day_{n}": Sum(f"days__{n}") for n in _places(span)}
    found: dict[Group, dict[date, int]] = defaultdict(dict)
    for month, *key_and_sums in (
        rows.filter(month__in=span.months)
        .order_by()
        .values("month", *groups)
        .annotate(**days)
        .values_list("month", *groups, *days)
    ):
        key = key_and_sums[0] if group else None
        for place, number in zip(_places(span), key_and_sums[len(groups) :], strict=True):
            day = month + timedelta(days=place)
            if number and day in span:
                found[key][day] = number
    return found


def totals(rows: QuerySet[Any], span: Span, group: str) -> Counter[Group]:
    """Return the sum of a span for each value of a field that has any."""
    first, last = span.months[0], span.months[-1]
    if first == last:
        number: Func | Case = _days(span.first.day, span.last.day)
    else:
        number = Case(
            When(month=first, then=_days(span.first.day, DAYS)),
            When(month=last, then=_days(1, span.last.day)),
            default=_days(1, DAYS),
        )
    sums = rows.filter(month__in=span.months).order_by().values(group).annotate(number=Sum(number))
    return Counter({key: number for key, number in sums.values_list(group, "number") if number})


def of_stories(kind: Kind, subject: Subject) -> QuerySet[StoryCount]:
    """Return the rows that count something for a subject."""
    return StoryCount.objects.filter(subject.stories, kind=kind)


def of_codes(subject: Subject) -> QuerySet[CodeCount]:
    """Return the rows that count the visits of a subject's codes one by one."""
    if subject.is_code:
        return CodeCount.objects.filter(jar=subject.record.pk)
    jars = subject.jars
    # A run's codes are made one after the other: their rows are found without reading all others.
    ends = jars.aggregate(first=Min("pk", default=0), last=Max("pk", default=0))
    near = CodeCount.objects.filter(jar__gte=ends["first"], jar__lte=ends["last"])
    return near.filter(jar__in=jars.values("pk"))


def visits_of(subject: Subject, span: Span) -> dict[date, int]:
    """Return the visits of each day."""
    rows = of_codes(subject) if subject.is_code else of_stories(Kind.VISIT, subject)
    return by_day(rows, span).get(None, {})


def _places(span: Span) -> list[int]:
    """Return the places in a month's array that may hold days of the span."""
    if len(span.months) == 1:
        return list(range(span.first.day - 1, span.last.day))
    return list(range(DAYS))


def _days(first: int, last: int) -> Func:
    """Return the sum of some days of a month; of a month that is one number, that number."""
    days = [f"%(expressions)s[{day}]" for day in range(first, last + 1)]
    rest = " + ".join(days[1:]) or "0"
    return Func(
        F("days"), template=f"({days[0]} + COALESCE({rest}, 0))", output_field=BigIntegerField()
    )
