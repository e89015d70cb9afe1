"""What of the figures needs somebody's attention, for the card of the start page."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import date_format

from upendo.catalogue.models import Jar
from upendo.catalogue.story_gaps import gaps_in_story, ready_to_look_at
from upendo.desk.start_page import CardLine
from upendo.insights.figures import counts, runs
from upendo.insights.figures.report import Report
from upendo.insights.figures.span import DEFAULT, Span
from upendo.insights.figures.subject import CODE, RUN, Subject
from upendo.insights.models import CountedStory, Kind

MOST_READ = 10  # stories, in which claims that readers do not see are looked for
RUNS = 3  # lines


def figures_address(subject: Subject | None = None) -> str:
    """Return the address of the page of figures at the desk."""
    page = reverse("admin:what-is-read")
    return f"{page}?of={subject.key}" if subject and subject.key else page


def changed(report: Report) -> CardLine:
    """Return how much was read lately, and whether that is more."""
    change = f"{report.change.words[:1].upper()}{report.change.words[1:]}" if report.change else ""
    return CardLine(f"{report.visits:,} visits in {DEFAULT} days", figures_address(), note=change)


def silent(subject: Subject) -> Iterator[CardLine]:
    """Yield the newest print runs of which nothing was opened in three weeks."""
    for run in runs.silent_runs(subject, RUNS):
        last = runs.last_opened(run.run)
        note = f"Last opened on {date_format(last)}" if last else "Never opened"
        address = figures_address(Subject(RUN, run.run))
        yield CardLine(f"Silent: {run.name}", address, note=note, urgent=True)


def left(report: Report) -> Iterator[CardLine]:
    """Yield the page that most readers leave, if more than half do."""
    for step in report.left_by_most[:1]:
        yield CardLine(
            f"Most stop at “{step.title}”",
            figures_address(),
            note=f"{step.stopped:.0f} of 100 who saw it go no further in this part",
            urgent=True,
        )


def withheld(span: Span) -> Iterator[CardLine]:
    """Yield claims that readers do not see in the stories that are opened most."""
    visits = counts.totals(counts.of_stories(Kind.VISIT, Subject()), span, "story")
    most = dict(visits.most_common(MOST_READ))
    told: set[object] = set()
    for story in CountedStory.objects.filter(pk__in=most).order_by("pk"):
        jar = _code_of(story)
        gaps = [gap for gap in gaps_in_story(jar) if gap.hides and gap not in told] if jar else []
        told.update(gaps)
        for gap in gaps:
            note = f"{gap.words} Its story was opened {most[story.pk]:,} times in {span.days} days."
            yield CardLine(f"{CODE.title} {jar} and others", gap.url, note=note, urgent=True)


def _code_of(story: CountedStory) -> Jar | None:
    """Return one live code that tells this story."""
    alike = Jar.objects.filter(
        batch=story.batch_id,
        beekeeper=story.beekeeper_id,
        retailer=story.retailer_id,
        status=Jar.Status.LIVE,
    )
    first = alike.order_by("pk").values_list("pk", flat=True).first()
    return ready_to_look_at(Jar.objects.filter(pk=first)).first() if first else None
