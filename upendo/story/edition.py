"""Whether anything that stories tell has changed, whoever changed it and however: one number.

PostgreSQL marks each row's state with the transaction that wrote it and with its place in the file
(https://www.postgresql.org/docs/current/ddl-system-columns.html). A sum over these marks, of all
rows that stories tell, changes with every write as soon as others can see it. Codes are not among
these rows, each is looked up by itself: so it takes a millisecond for some thousand rows, however
many codes there are.
"""

import threading
import time
from functools import cache

from django.db import connection
from django.db.models import Model

from upendo.catalogue import codes, models
from upendo.story.asking import NO_ANSWER, asking, is_fresh
from upendo.story.sections import told_by_sections

# Every model that a story reads, but for the jar; a test looks at what is read.
TOLD = (
    models.Batch,
    models.BatchBeekeeper,
    models.BatchStep,
    models.Beekeeper,
    models.Consent,
    models.Footprint,
    models.FootprintStage,
    models.Forest,
    models.HarvestPicture,
    models.Honey,
    models.HoneyFact,
    models.Nutrient,
    models.Picture,
    models.Recording,
    models.Retailer,
    models.Season,
    models.Species,
)
LONGEST_SECONDS = 1
_MARKS = "SELECT coalesce(sum(hashtidextended(ctid, xmin::text::bigint)), 0) AS marks FROM {}"


class Edition:
    """The number as this worker knows it; it asks again when it has known it for a while."""

    def __init__(self) -> None:
        self._marks = ""
        self._asked_at = 0.0
        self._one_asks = threading.Lock()

    def current(self) -> str:
        """Return the number as it was a second ago or later; the last one if nobody answers.

        Raises one of NO_ANSWER when none is known.
        """
        if self._is_fresh():
            return self._marks
        # For another thread's answer nobody waits before the second is over.
        long_ago = time.monotonic() - self._asked_at > LONGEST_SECONDS
        if self._one_asks.acquire(blocking=long_ago or not self._marks):
            try:
                if not self._is_fresh():
                    self._ask()
            finally:
                self._one_asks.release()
        return self._marks

    def _is_fresh(self) -> bool:
        return bool(self._marks) and is_fresh(self._asked_at)

    def _ask(self) -> None:
        now = time.monotonic()
        try:
            with asking(impatiently=bool(self._marks)):
                self._marks = _marks()
        except NO_ANSWER:
            if not self._marks:
                raise
        self._asked_at = now

    def forget(self) -> None:
        """Ask again at once."""
        self._marks = ""


def _marks() -> str:
    with connection.cursor() as cursor:
        cursor.execute(_question())
        return " ".join(str(marks) for (marks,) in cursor.fetchall())


@cache
def _question() -> str:
    tables = [connection.ops.quote_name(table) for table in _tables()]
    jars = connection.ops.quote_name(models.Jar._meta.db_table)
    # Other stories lead to the one that is offered to everybody.
    everybodys = f"{jars} WHERE code = '{codes.DEFAULT}'"
    return " UNION ALL ".join(_MARKS.format(rows) for rows in [*tables, everybodys])


def _tables() -> list[str]:
    """Return the tables of all that stories tell, and those that link it to each other."""
    told: list[type[Model]] = [*TOLD, *told_by_sections()]
    fields = [field for model in told for field in model._meta.many_to_many]
    links = [field.m2m_db_table() for field in fields]
    return sorted({*links, *(model._meta.db_table for model in told)})


edition = Edition()
