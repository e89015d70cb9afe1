"""Adds to the tables what a worker has gathered: three statements, whatever it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import connection, transaction

from upendo.insights.counting.gathered import Counted
from upendo.insights.models import DAYS

# Rows are written in one order everywhere, so that two workers never wait for each other.
STORIES = """
    INSERT INTO insights_countedstory (batch_id, beekeeper_id, retailer_id, print_run_id)
    SELECT batch_id, beekeeper_id, retailer_id, print_run_id FROM catalogue_jar
    WHERE code = ANY(%(codes)s) AND status <> 'draft'
    EXCEPT SELECT batch_id, beekeeper_id, retailer_id, print_run_id FROM insights_countedstory
    ORDER BY 1, 2, 3, 4
    ON CONFLICT DO NOTHING
"""
COUNTED = """
    WITH counted AS (
        SELECT jar.*, kind, way, value, times
        FROM unnest(%(codes)s, %(kinds)s, %(ways)s, %(values)s, %(times)s)
            AS gathered (code, kind, way, value, times)
        JOIN catalogue_jar jar USING (code)
        WHERE status <> 'draft'
    )
"""
DAYS_OF_MONTH = f"""
    array_fill(0, ARRAY[%(day)s - 1]) || sum(times)::int || array_fill(0, ARRAY[{DAYS} - %(day)s])
"""
BY_STORY = f"""
    {COUNTED}
    INSERT INTO insights_storycount AS known (kind, month, story_id, way, value, days)
    SELECT kind, %(month)s, story.id, way, value, {DAYS_OF_MONTH}
    FROM counted JOIN insights_countedstory story
        ON (story.batch_id, story.beekeeper_id) = (counted.batch_id, counted.beekeeper_id)
        AND story.retailer_id IS NOT DISTINCT FROM counted.retailer_id
        AND story.print_run_id IS NOT DISTINCT FROM counted.print_run_id
    GROUP BY kind, story.id, way, value
    ORDER BY kind, story.id, way, value
    ON CONFLICT (kind, month, story_id, way, value) DO UPDATE
        SET days[%(day)s] = known.days[%(day)s] + excluded.days[%(day)s]
"""  # noqa: S608 - made of what stands above
BY_CODE = f"""
    {COUNTED}, opened AS (
        INSERT INTO insights_codecount AS known (month, jar_id, days)
        SELECT %(month)s, id, {DAYS_OF_MONTH}
        FROM counted WHERE kind = 'visit' GROUP BY id ORDER BY id
        ON CONFLICT (month, jar_id) DO UPDATE
            SET days[%(day)s] = known.days[%(day)s] + excluded.days[%(day)s]
        RETURNING jar_id
    )
    INSERT INTO insights_openedcode (jar_id, first_on)
    SELECT jar_id, %(date)s FROM opened ORDER BY jar_id
    ON CONFLICT DO NOTHING
"""  # noqa: S608 - the same


def write(day: date, numbers: Mapping[Counted, int]) -> None:
    """Add the numbers of a day, all or none; those of codes that no jar carries are left out.

    Raises the database's error.
    """
    columns = zip(*((*counted, times) for counted, times in numbers.items()), strict=True)
    codes, kinds, ways, values, times = (list(column) for column in columns)
    parameters: dict[str, Any] = {
        "codes": codes,
        "kinds": kinds,
        "ways": ways,
        "values": values,
        "times": times,
        "day": day.day,
        "date": day,
        "month": day.replace(day=1),
    }
    with transaction.atomic(), connection.cursor() as cursor:
        for statement in (STORIES, BY_STORY, BY_CODE):
            cursor.execute(statement, parameters)
