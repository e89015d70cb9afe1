"""Print runs and their codes: which were opened, when first, and which fell silent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, Min, OuterRef, QuerySet
from django.utils import timezone

from upendo.catalogue.models import Jar, PrintRun
from upendo.insights.figures import counts
from upendo.insights.figures.span import Span
from upendo.insights.figures.subject import Subject, name_of
from upendo.insights.models import Kind, OpenedCode

SILENT_DAYS = 21
# Jars are sold out at last: what was silent for longer than this is no news.
REMEMBERED_DAYS = 182
NEW_DAYS = 365


@dataclass(frozen=True)
class Codes:
    """How many codes are printed, and how many of them were ever opened."""

    printed: int
    opened: int

    @property
    def never(self) -> int:
        """How many nobody has opened yet."""
        return max(self.printed - self.opened, 0)

    @property
    def per_hundred(self) -> float:
        """How many of a hundred were opened."""
        return 100 * self.opened / self.printed if self.printed else 0


@dataclass(frozen=True)
class RunFigures:
    """A print run: its codes, and the days from its making to the first opening, if any."""

    run: PrintRun
    codes: Codes
    first_on: date | None

    @property
    def name(self) -> str:
        """What it is called."""
        return name_of(self.run)

    @property
    def days_to_first(self) -> int | None:
        """How many days passed until somebody opened one of its codes."""
        if self.first_on is None:
            return None
        return max((self.first_on - timezone.localtime(self.run.made_at).date()).days, 0)


def codes_of(subject: Subject) -> Codes:
    """Return how many codes a subject has, and how many were ever opened."""
    opened = OpenedCode.objects.all()
    if not subject.is_everything:  # what is opened is printed: then nothing has to be compared
        opened = opened.filter(jar__in=subject.jars.values("pk"))
    return Codes(subject.jars.count(), opened.count())


def newest_runs(subject: Subject, most: int) -> list[RunFigures]:
    """Return the newest print runs that have codes to be opened."""
    return _figures(subject.runs.filter(_printed())[:most])


def silent_runs(subject: Subject, most: int) -> list[RunFigures]:
    """Return the newest runs of which nothing was opened in three weeks.

    They were made, or opened last, not longer ago than one likes to be reminded of.
    """
    today = timezone.localdate()
    silence = Span(today - timedelta(days=SILENT_DAYS - 1), today)
    earlier = Span(today - timedelta(days=REMEMBERED_DAYS), silence.first - timedelta(days=1))
    visits = counts.of_stories(Kind.VISIT, subject)
    opened_now, opened_then = (
        {run for run in counts.totals(visits, span, "story__print_run") if run}
        for span in (silence, earlier)
    )
    old_enough = subject.runs.filter(_printed(), made_at__date__lt=silence.first)
    since = today - timedelta(days=NEW_DAYS)
    never = old_enough.filter(~_opened(), made_at__date__gte=since).values_list("pk", flat=True)
    silent = (opened_then | set(never)) - opened_now
    return _figures(old_enough.filter(pk__in=silent)[:most])


def last_opened(run: PrintRun) -> date | None:
    """Return the last day on which a code of a run was opened, as far as days are looked at."""
    today = timezone.localdate()
    span = Span(today - timedelta(days=REMEMBERED_DAYS), today)
    rows = counts.of_stories(Kind.VISIT, Subject()).filter(story__print_run=run.pk)
    return max(counts.by_day(rows, span).get(None, {}), default=None)


def _printed() -> Exists:
    return Exists(Jar.objects.filter(print_run=OuterRef("pk"), status=Jar.Status.LIVE))


def _opened() -> Exists:
    return Exists(OpenedCode.objects.filter(jar__print_run=OuterRef("pk")))


def _figures(runs: "QuerySet[PrintRun] | Iterable[PrintRun]") -> list[RunFigures]:
    found = list(runs)
    codes = Jar.objects.printed().filter(print_run__in=found).order_by().values("print_run")
    printed = dict(codes.annotate(n=Count("pk")).values_list("print_run", "n"))
    opened = {
        run: (n, first)
        for run, n, first in OpenedCode.objects.filter(jar__print_run__in=found)
        .values("jar__print_run")
        .annotate(n=Count("pk"), first=Min("first_on"))
        .values_list("jar__print_run", "n", "first")
    }
    nothing = (0, None)
    return [
        RunFigures(
            run,
            Codes(printed.get(run.pk, 0), opened.get(run.pk, nothing)[0]),
            opened.get(run.pk, nothing)[1],
        )
        for run in found
    ]
