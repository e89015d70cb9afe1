"""What of the figures needs somebody's attention: for the start page and the monthly summary."""

from collections import Counter
from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser, User
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from upendo.catalogue import codes
from upendo.catalogue.models import Jar
from upendo.desk.addresses import form_of
from upendo.desk.start_page import CardLine
from upendo.insights.figures import counts, runs
from upendo.insights.figures.report import Report
from upendo.insights.figures.span import DEFAULT, Span
from upendo.insights.figures.subject import RUN, Subject
from upendo.insights.models import CountedStory, Kind
from upendo.story.sections import Withheld, withheld_from

type Story = tuple[int, int, int | None]  # batch, beekeeper, shop

MOST_OPENED = 10  # stories, in which claims that readers do not see are looked for
RUNS = 3  # lines


def figures_address(subject: Subject | None = None) -> str:
    """Return the address of the page of figures at the desk."""
    page = reverse("admin:what-is-read")
    return f"{page}?of={subject.key}" if subject and subject.key else page


def changed(report: Report) -> CardLine:
    """Return how much was read lately, and whether that is more."""
    change = capfirst(report.change.words) if report.change else ""
    return CardLine(
        ngettext(
            "%(visits)s visit in %(default)s days",
            "%(visits)s visits in %(default)s days",
            report.visits,
        )
        % {"visits": f"{report.visits:,}", "default": DEFAULT},
        figures_address(),
        note=change,
    )


def needed(report: Report, person: User | AnonymousUser) -> list[CardLine]:
    """Return all that needs attention, of what a person may know."""
    lines = [*silent(report.subject), *left(report)]
    if report.subject.shop is None and person.has_perm("claims.view_claim"):
        lines += withheld(report.span)
    return lines


def silent(subject: Subject) -> Iterator[CardLine]:
    """Yield the newest print runs of which nothing was opened in three weeks."""
    for run in runs.silent_runs(subject, RUNS):
        last = runs.last_opened(run.run)
        note = (
            gettext("Last opened on %(last)s") % {"last": date_format(last)}
            if last
            else gettext("Never opened")
        )
        address = figures_address(Subject(RUN, run.run))
        yield CardLine(
            gettext("Silent: %(name)s") % {"name": run.name}, address, note=note, urgent=True
        )


def left(report: Report) -> Iterator[CardLine]:
    """Yield the page that most readers leave, if more than half do."""
    for step in report.left_by_most[:1]:
        yield CardLine(
            gettext("Most stop at “%(title)s”") % {"title": step.title},
            figures_address(),
            note=gettext("%(stopped)s of 100 who saw it go no further in this part")
            % {"stopped": f"{step.stopped:.0f}"},
            urgent=True,
        )


def withheld(span: Span) -> Iterator[CardLine]:
    """Yield claims that readers do not see in the stories that are opened most, and often."""
    told: set[Withheld] = set()
    for story, number in _most_opened(span):
        jar = _code_of(*story)
        for item in withheld_from(jar, timezone.localdate()) if jar else []:
            if item not in told:
                told.add(item)
                note = gettext(
                    "%(reason)s. Code %(jar)s and others that tell the same story were opened "
                    "%(number)s times in %(days)s days."
                )
                yield CardLine(
                    gettext("Not shown: “%(record)s”") % {"record": item.record},
                    form_of(item.record),
                    note=note
                    % {
                        "reason": capfirst(item.reason),
                        "jar": jar,
                        "number": f"{number:,}",
                        "days": span.days,
                    },
                    urgent=True,
                )


def _most_opened(span: Span) -> list[tuple[Story, int]]:
    """Return the stories that were opened most, at least once a day, with how often."""
    visits = counts.totals(counts.of_stories(Kind.VISIT, Subject()), span, "story")
    stories: Counter[Story] = Counter()
    for pk, *story in CountedStory.objects.filter(pk__in=visits).values_list(
        "pk", "batch", "beekeeper", "retailer"
    ):
        stories[story[0], story[1], story[2]] += visits[pk]
    return [(story, n) for story, n in stories.most_common(MOST_OPENED) if n >= span.days]


def _code_of(batch: int, beekeeper: int, retailer: int | None) -> Jar | None:
    """Return one live code that tells this story, the default code only if there is no other."""
    alike = Jar.objects.select_related("batch", "retailer").filter(
        batch=batch, beekeeper=beekeeper, retailer=retailer, status=Jar.Status.LIVE
    )
    return alike.exclude(code=codes.DEFAULT).order_by("pk").first() or alike.first()
