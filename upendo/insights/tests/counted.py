"""Visits for tests, as the counters would have written them."""

from datetime import date

from upendo.catalogue.models import Jar
from upendo.insights.models import DAYS, CodeCount, CountedStory, Kind, OpenedCode, StoryCount
from upendo.story.ways import Way


def count(
    jar: Jar,
    day: date,
    number: int = 1,
    *,
    kind: Kind = Kind.VISIT,
    way: str = Way.SQUARE,
    value: str = "",
) -> None:
    """Have something counted on a day; a visit of its code too."""
    story = CountedStory.objects.get_or_create(
        batch=jar.batch, beekeeper=jar.beekeeper, retailer=jar.retailer, print_run=jar.print_run
    )[0]
    month = day.replace(day=1)
    rows: list[StoryCount | CodeCount] = [
        StoryCount.objects.get_or_create(
            kind=kind, month=month, story=story, way=way, value=value, defaults={"days": [0] * DAYS}
        )[0]
    ]
    if kind == Kind.VISIT:
        OpenedCode.objects.get_or_create(jar=jar, defaults={"first_on": day})
        rows.append(
            CodeCount.objects.get_or_create(month=month, jar=jar, defaults={"days": [0] * DAYS})[0]
        )
    for row in rows:
        row.days[day.day - 1] += number
        row.save()
