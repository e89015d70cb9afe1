"""All that the page of figures shows of one subject in one span."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext

from upendo.insights.counting.fold import months_ago
from upendo.insights.figures import counts, runs, unknown
from upendo.insights.figures.charts import Bar, ColumnChart, bars, column_chart, per_hundred
from upendo.insights.figures.funnel import Part, Step, best_read, funnel, left_by_most
from upendo.insights.figures.span import DAY, Span
from upendo.insights.figures.subject import (
    BATCH,
    BEEKEEPER,
    CODE,
    HONEY,
    RUN,
    SHOP,
    Subject,
    SubjectKind,
    records_of,
)
from upendo.insights.models import (
    CODES_KEPT_MONTHS,
    DAYS_KEPT_MONTHS,
    Act,
    Device,
    Kind,
    OpenedCode,
)
from upendo.story.ways import Way

MOST_LINES = 8  # of a table of shops, languages and the like
NEWEST_RUNS = 8
# The names of countries in English, from Unicode's CLDR.
COUNTRIES: dict[str, str] = json.loads((Path(__file__).parent / "countries.json").read_text())


@dataclass(frozen=True)
class Change:
    """How many visits whole days had on average, beside those of the span before."""

    a_day: float
    before: float

    @property
    def words(self) -> str:
        """The difference in words."""
        if not self.before:
            return (
                gettext("after none in as many days before")
                if self.a_day
                else gettext("all of them today")
            )
        percent = round(100 * (self.a_day - self.before) / self.before)
        if not percent:
            return gettext("as often as in as many days before")
        words = (
            gettext("%(percent)s %% more than in as many days before")
            if percent > 0
            else gettext("%(percent)s %% fewer than in as many days before")
        )
        return words % {"percent": abs(percent)}


@dataclass(frozen=True)
class Lines:
    """A table of bars, with what it lists and how many lines are left out."""

    title: str
    lines: list[Bar]
    more: int = 0


class Report:
    """The figures of a subject in a span of days; each is asked for when it is shown."""

    def __init__(self, subject: Subject, span: Span) -> None:
        self.subject = subject
        self.span = span

    @cached_property
    def visits(self) -> int:
        """How many visits there were."""
        return sum(number for day, number in self._by_day.items() if day in self.span)

    @cached_property
    def chart(self) -> ColumnChart:
        """Visits over time."""
        return column_chart(self._by_day, self.span, compares=self._compares)

    @cached_property
    def change(self) -> Change | None:
        """The average of whole days beside the time before; None where that cannot be said."""
        if not self._compares:
            return None
        whole = Span(self.span.first, self.span.last - DAY) if self.span.has_today else self.span
        if whole.days < 1 or not self.visits:
            return None
        sums = [sum(self._by_day.get(day, 0) for day in days) for days in (whole, whole.before)]
        return Change(*(number / whole.days for number in sums))

    @cached_property
    def ways(self) -> list[Bar]:
        """How visits began."""
        rows = counts.of_stories(Kind.VISIT, self.subject)
        found = counts.totals(rows, self.span, "way")
        return bars(found, self.visits, lambda way: str(Way(way).label), order=Way.values)

    @cached_property
    def parts(self) -> list[Part]:
        """How far readers got."""
        return funnel(self._totals(Kind.PAGE), self.visits)

    @property
    def best_read(self) -> Step | None:
        """The page that most visits saw after the beginning."""
        return best_read(self.parts)

    @property
    def left_by_most(self) -> list[Step]:
        """The pages that most readers leave."""
        return left_by_most(self.parts)

    @cached_property
    def acts(self) -> list[Bar]:
        """What readers did besides reading."""
        found = self._totals(Kind.ACT)
        return bars(found, self.visits, lambda act: str(Act(act).label), order=Act.values)

    @property
    def results(self) -> list[Bar]:
        """What a story brings about: letters and shares, not what was only begun."""
        return self.acts[1:]

    @cached_property
    def first_on(self) -> date | None:
        """The day on which one of its codes was opened first."""
        opened = OpenedCode.objects.filter(jar__in=self.subject.jars.values("pk"))
        return opened.order_by("first_on").values_list("first_on", flat=True).first()

    @cached_property
    def readers(self) -> list[Lines]:
        """On what, in which languages and in which countries stories were opened."""
        kinds = (
            (gettext("Languages"), Kind.LANGUAGE, _language),
            (gettext("Devices"), Kind.DEVICE, _device),
            (gettext("Countries"), Kind.COUNTRY, _country),
        )
        tables = [
            _lines(title, bars(self._totals(kind), self.visits, name))
            for title, kind, name in kinds
        ]
        return [table for table in tables if table.lines]

    @cached_property
    def most_read(self) -> list[Lines]:
        """The shops, honeys and so on whose stories were opened most."""
        kinds = (CODE,) if self.subject.kind is RUN else (SHOP, HONEY, BATCH, BEEKEEPER, RUN)
        tables = [self._most_read(kind) for kind in kinds]
        return [table for table in tables if len(table.lines) > 1]

    @cached_property
    def codes(self) -> runs.Codes:
        """The printed codes, and those ever opened."""
        return runs.codes_of(self.subject)

    @cached_property
    def newest_runs(self) -> list[runs.RunFigures]:
        """The newest print runs."""
        return runs.newest_runs(self.subject, NEWEST_RUNS)

    @cached_property
    def silent_runs(self) -> list[runs.RunFigures]:
        """Runs of which nothing was opened lately."""
        return runs.silent_runs(self.subject, NEWEST_RUNS)

    @cached_property
    def unknown(self) -> list[unknown.Unknown]:
        """Codes that were asked for in vain."""
        return unknown.unknown_codes(self.subject, self.span)

    @property
    def _compares(self) -> bool:
        """Whether the days before are still kept one by one; those of a code go earlier."""
        months = CODES_KEPT_MONTHS if self.subject.is_code else DAYS_KEPT_MONTHS
        return self.span.before.first >= months_ago(months)

    def _totals(self, kind: Kind) -> Mapping[str, int]:
        return counts.totals(counts.of_stories(kind, self.subject), self.span, "value")

    def _most_read(self, kind: SubjectKind) -> Lines:
        if kind is CODE:
            found = counts.totals(counts.of_codes(self.subject), self.span, "jar")
        else:
            rows = counts.of_stories(Kind.VISIT, self.subject)
            found = counts.totals(rows, self.span, f"story__{kind.of_story}")
        most = found.most_common(MOST_LINES)
        records = records_of(kind, {key for key, _ in most})
        lines = [
            Bar(
                kind.named(records, key),
                number,
                per_hundred(number, self.visits),
                of=f"{kind.key}-{key}" if key in records else "",
            )
            for key, number in most
        ]
        return Lines(str(kind.plural), lines, more=max(len(found) - MOST_LINES, 0))

    @cached_property
    def _by_day(self) -> Mapping[date, int]:
        first = self.span.before.first if self._compares else self.span.first
        return counts.visits_of(self.subject, Span(first, self.span.last))


def _lines(title: str, lines: list[Bar]) -> Lines:
    return Lines(title, lines[:MOST_LINES], more=max(len(lines) - MOST_LINES, 0))


def _language(code: str) -> str:
    return str(LANG_INFO.get(code, {}).get("name", code))


def _device(device: str) -> str:
    return str(Device(device).label)


def _country(code: str) -> str:
    return COUNTRIES.get(code, code)
