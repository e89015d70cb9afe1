"""Makes old numbers coarser: what nobody asks for any more, nobody has to keep."""

from datetime import date

from django.db import connection
from django.utils import timezone

from upendo.insights.models import (
    CODES_KEPT_MONTHS,
    DAYS,
    DAYS_KEPT_MONTHS,
    CodeCount,
    Kind,
    StoryCount,
)

SUM_UP = """
    UPDATE insights_storycount SET days = ARRAY[(SELECT sum(day) FROM unnest(days) day)]
    WHERE month < %s AND cardinality(days) > 1
"""


def fold() -> None:
    """Let codes' old numbers go, which their stories have too, and sum old days up by months.

    As long as nothing is old enough it costs two looks at an index. Raises the database's error.
    """
    CodeCount.objects.filter(month__lt=months_ago(CODES_KEPT_MONTHS)).delete()
    limit = months_ago(DAYS_KEPT_MONTHS)
    # All months that are old enough are summed up at once: so the newest of them tells for all.
    visits = StoryCount.objects.filter(kind=Kind.VISIT, month__lt=limit)
    newest = visits.order_by("-month").values_list("days", flat=True).first()
    if newest and len(newest) == DAYS:
        with connection.cursor() as cursor:
            cursor.execute(SUM_UP, [limit])


def months_ago(months: int) -> date:
    """Return the first day of the month that is so many before the present one."""
    today = timezone.localdate()
    years, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(years, month + 1, 1)
