"""Two years of a million visits a day, as the tables keep them.

The rows are made by SQL, in the form in which `upendo/insights/counting/write.py` leaves them: made
visit by visit they would take days. Every code and every story has the same share of the visits, so
that no row is missing that could be there; what a story has of them is its codes' sum.
"""

from datetime import date
from typing import Any

from django.db import connection
from django.utils import timezone

from upendo.insights.counting.fold import months_ago
from upendo.insights.models import CODES_KEPT_MONTHS, Act, Device, Kind
from upendo.story.built_in_pages import PAGES
from upendo.story.ways import Way

VISITS = 1_000_000  # a day
MONTHS = 24  # besides the present one
LANGUAGES = ["de", "en", "fr", "nl", "it", "es", "sv", "da", "fi", "nb", "pl", "cs", "sw", "other"]
COUNTRIES = [first + second for first in "ABCDE" for second in "WXYZ"]

STORIES = """
    INSERT INTO insights_countedstory (batch_id, beekeeper_id, retailer_id, print_run_id)
    SELECT DISTINCT batch_id, beekeeper_id, retailer_id, print_run_id
    FROM catalogue_jar WHERE status <> 'draft'
"""
# Each number of a day is drawn anew, around the share that a row has of a story's visits.
BY_STORY = """
    INSERT INTO insights_storycount (kind, month, story_id, way, value, days)
    SELECT kind, month, story.id, way, value, (
        SELECT array_agg(
            CASE WHEN month + day <= %(today)s AND (month + day)::date < month + interval '1 month'
            THEN (share * (0.5 + random()) * %(visits)s / stories)::int ELSE 0 END ORDER BY day)
        FROM generate_series(0, 30) day WHERE story.id > 0)
    FROM insights_countedstory story,
        (SELECT count(*) AS stories FROM insights_countedstory) all_of,
        unnest(%(months)s::date[]) month,
        unnest(%(kinds)s, %(ways)s, %(values)s, %(shares)s) kept (kind, way, value, share)
"""
BY_CODE = """
    INSERT INTO insights_codecount (month, jar_id, days)
    SELECT month, jar.id, (
        SELECT array_agg(
            CASE WHEN month + day <= %(today)s AND (month + day)::date < month + interval '1 month'
            THEN ((0.5 + random()) * %(visits)s / codes)::int ELSE 0 END ORDER BY day)
        FROM generate_series(0, 30) day WHERE jar.id > 0)
    FROM catalogue_jar jar,
        (SELECT count(*) AS codes FROM catalogue_jar WHERE status <> 'draft') all_of,
        unnest(%(months)s::date[]) month
    WHERE status <> 'draft'
"""
OPENED = """
    INSERT INTO insights_openedcode SELECT jar_id, min(month) FROM insights_codecount
    WHERE jar_id %% 20 <> 0 GROUP BY jar_id
"""


def visit_two_years() -> None:
    """Fill the counters of all printed codes; there must be none."""
    kinds, ways, values, shares = zip(*_kept(), strict=True)
    parameters: dict[str, Any] = {
        "today": timezone.localdate(),
        "visits": VISITS,
        "kinds": list(kinds),
        "ways": list(ways),
        "values": list(values),
        "shares": list(shares),
    }
    with connection.cursor() as cursor:
        cursor.execute(STORIES)
        cursor.execute(BY_STORY, parameters | {"months": _months(MONTHS)})
        cursor.execute(BY_CODE, parameters | {"months": _months(CODES_KEPT_MONTHS)})
        cursor.execute(OPENED, parameters)
        # As autovacuum would have done by now.
        cursor.execute("VACUUM ANALYZE")


def _kept() -> list[tuple[str, str, str, float]]:
    """Return what a story's rows count in a month, each with its share of the visits."""
    ways = dict(zip(Way, (0.7, 0.1, 0.15, 0.05), strict=True))
    rows = [(Kind.VISIT.value, way.value, "", share) for way, share in ways.items()]
    for way, share in ways.items():
        rows += [
            (Kind.PAGE.value, way.value, page.name, share / (place + 1))
            for place, page in enumerate(PAGES)
        ]
        rows += [(Kind.ACT.value, way.value, act.value, share / 50) for act in Act]
    rows += [(Kind.LANGUAGE.value, "", name, 1 / len(LANGUAGES)) for name in LANGUAGES]
    rows += [(Kind.COUNTRY.value, "", name, 1 / len(COUNTRIES)) for name in COUNTRIES]
    rows += [(Kind.DEVICE.value, "", device.value, 1 / len(Device)) for device in Device]
    return rows


def _months(number: int) -> list[date]:
    return [months_ago(ago) for ago in range(number, -1, -1)]
