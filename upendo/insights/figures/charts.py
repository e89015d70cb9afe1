"""Charts as shapes: what a template draws as SVG, and writes as the table beside it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import ngettext

from upendo.insights.figures.span import Span

HEIGHT = 100  # units of the drawing, whose width is its number of columns
GAP = 0.24  # of a column's width
WEEK = 7  # days


@dataclass(frozen=True)
class Column:
    """What one day, week or month of the chart has; `left`, `top` and `height` are units."""

    days: Span
    number: int
    before: int
    left: float
    top: float
    height: float

    @property
    def words(self) -> str:
        """What it says, where somebody points at it."""
        words = ngettext(
            "%(words)s: %(number)s visit; before: %(before)s",
            "%(words)s: %(number)s visits; before: %(before)s",
            self.number,
        )
        return words % {
            "words": self.days.words,
            "number": f"{self.number:,}",
            "before": f"{self.before:,}",
        }

    @property
    def is_running(self) -> bool:
        """Whether its last day is today."""
        return self.days.has_today


@dataclass(frozen=True)
class ColumnChart:
    """Numbers over time, with a line for the same number of days before."""

    columns: Sequence[Column]
    most: int  # the number at the top of the drawing
    line: str  # points of the line, as SVG writes them
    unit: str

    @property
    def compares(self) -> bool:
        """Whether there is something before to compare with."""
        return bool(self.line)

    @property
    def width(self) -> int:
        """The drawing's width, in columns."""
        return len(self.columns)

    @property
    def bar_width(self) -> float:
        """How wide a column is."""
        return 1 - GAP

    @property
    def half(self) -> int:
        """The number in the middle of the drawing."""
        return self.most // 2

    @property
    def names_each(self) -> bool:
        """Whether there is room for a name below each column."""
        return self.width <= WEEK and self.unit == "day"

    @property
    def ticks(self) -> list[str]:
        """What stands below it: each day of a week, or the first, one in the middle, the last."""
        if self.names_each:
            return [date_format(column.days.first, "D\nj") for column in self.columns]
        first, middle, last = self.columns[0], self.columns[self.width // 2], self.columns[-1]
        days = [first.days.first, middle.days.first, last.days.last]
        form = "j M Y" if days[0].year != days[-1].year else "j M"
        return [date_format(day, form) for day in dict.fromkeys(days)]

    @property
    def best(self) -> Column:
        """The column with the largest number."""
        return max(self.columns, key=lambda column: column.number)


class Shared:
    """What has a share of a whole, drawn as a bar of that length."""

    per_hundred: float

    @property
    def width(self) -> float:
        """The bar's length, 0 to 100."""
        return min(self.per_hundred, 100)

    @property
    def share(self) -> str:
        """How many of a hundred, as people say it."""
        return of_hundred(self.per_hundred)


@dataclass(frozen=True)
class Bar(Shared):
    """A line of a table, with a bar as long as its share."""

    label: str
    number: int
    per_hundred: float
    # The key of the subject that it stands for, if it has figures of its own.
    of: str = ""


def column_chart(by_day: Mapping[date, int], span: Span, *, compares: bool) -> ColumnChart:
    """Return the chart of a span out of what each day has.

    If it compares, the days before the span are among them, and drawn as a line.
    """
    spans = span.columns
    shift = span.first - span.before.first
    numbers = [_sum(by_day, days) for days in spans]
    before = [_sum(by_day, Span(days.first - shift, days.last - shift)) for days in spans]
    most = _round_up(max(*numbers, *before, 4))
    columns = [
        Column(
            days,
            number,
            earlier,
            left=n + GAP / 2,
            top=HEIGHT - number * HEIGHT / most,
            height=number * HEIGHT / most,
        )
        for n, (days, number, earlier) in enumerate(zip(spans, numbers, before, strict=True))
    ]
    points = [
        f"{n + 0.5:g},{HEIGHT - earlier * HEIGHT / most:.1f}" for n, earlier in enumerate(before)
    ]
    return ColumnChart(columns, most, " ".join(points) if compares else "", span.unit_in_words)


def bars(
    numbers: Mapping[str, int],
    of: int,
    name: Callable[[str], str] = str,
    order: Iterable[str] | None = None,
) -> list[Bar]:
    """Return a line for each number, the largest first or in a given order, as shares of a sum."""
    keys = list(order) if order else sorted(numbers, key=lambda key: (-numbers[key], key))
    return [
        Bar(name(key), numbers.get(key, 0), per_hundred(numbers.get(key, 0), of)) for key in keys
    ]


def per_hundred(number: int, of: int) -> float:
    """Return a share, of a hundred; of nothing it is 0."""
    return 100 * number / of if of else 0


def of_hundred(share: float) -> str:
    """Return a share of a hundred as people say it: with one decimal only if it is small."""
    return f"{share:.1f}" if 0 < share < 9.95 else f"{share:.0f}"


def _sum(by_day: Mapping[date, int], days: Span) -> int:
    return sum(by_day.get(day, 0) for day in days)


def _round_up(number: int) -> int:
    """Return the next number that is easily read, such as 4, 10, 20 or 600."""
    size: int = 10 ** (len(str(number)) - 1)
    steps = [n * size for n in (1, 2, 4, 6, 8, 10)]
    return min(step for step in steps if step >= number)
