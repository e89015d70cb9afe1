"""Asks the counters: how often something happened in a span of days, by what one likes to know.

Each question is one statement. It adds up each day's numbers by themselves, which PostgreSQL does
without taking the arrays of a million rows apart.
"""

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet, Sum

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


def totals(rows: QuerySet[Any], span: Span, group: str = "") -> Counter[Group]:
    """Return the sums of a span, for each value of a field, or for all under None."""
    days = by_day(rows, span, group)
    return Counter({key: sum(numbers.values()) for key, numbers in days.items()})


def of_stories(kind: Kind, subject: Subject) -> QuerySet[StoryCount]:
    """Return the rows that count something for a subject."""
    return StoryCount.objects.filter(subject.stories, kind=kind)


def of_codes(subject: Subject) -> QuerySet[CodeCount]:
    """Return the rows that count the visits of a subject's codes one by one."""
    if subject.is_code:
        return CodeCount.objects.filter(jar=subject.record.pk)
    return CodeCount.objects.filter(jar__in=subject.jars.values("pk"))


def visits_of(subject: Subject, span: Span) -> dict[date, int]:
    """Return the visits of each day."""
    rows = of_codes(subject) if subject.is_code else of_stories(Kind.VISIT, subject)
    return by_day(rows, span).get(None, {})


def _places(span: Span) -> list[int]:
    """Return the places in a month's array that may hold days of the span."""
    if len(span.months) == 1:
        return list(range(span.first.day - 1, span.last.day))
    return list(range(DAYS))
