"""How often somebody may do something: counted in PostgreSQL, by all workers together.

A table, because nobody can push a row out of it, as they can with the entries of a cache. See
docs/decisions/0014-tries-are-counted-in-postgresql.md.
"""

import logging
from dataclasses import dataclass
from uuid import UUID

from django.db import Error as DatabaseError
from django.db import connection
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)

# Whoever is over the limit costs one look into the table and writes nothing.
TAKE = """
    WITH spent AS (
        SELECT times, ends_at FROM web_tally
        WHERE key = %(key)s::uuid AND ends_at > statement_timestamp() AND times >= %(most)s
    ), counted AS (
        INSERT INTO web_tally AS known (key, times, ends_at)
        SELECT %(key)s::uuid, 1, statement_timestamp() + make_interval(secs => %(seconds)s)
        WHERE NOT EXISTS (SELECT FROM spent)
        ON CONFLICT (key) DO UPDATE SET
            times = CASE WHEN known.ends_at > statement_timestamp() THEN known.times + 1
                ELSE 1 END,
            ends_at = CASE WHEN known.ends_at > statement_timestamp() THEN known.ends_at
                ELSE excluded.ends_at END
        RETURNING times, ends_at
    ), result AS (SELECT times + 1 AS times, ends_at FROM spent UNION ALL TABLE counted)
    SELECT times, ceil(extract(epoch FROM ends_at - statement_timestamp())) FROM result
"""
SEEN = """
    SELECT times, ceil(extract(epoch FROM ends_at - statement_timestamp())) FROM web_tally
    WHERE key = %(key)s::uuid AND ends_at > statement_timestamp()
"""
# Two workers may do this at once; neither waits for a row that somebody is counting.
FORGET = """
    DELETE FROM web_tally WHERE key IN (
        SELECT key FROM web_tally WHERE ends_at < statement_timestamp() FOR UPDATE SKIP LOCKED)
"""


@dataclass(frozen=True)
class Limit:
    """So many times in so many seconds, which begin with the first time."""

    scope: str
    most: int
    seconds: int

    def take(self, who: str) -> int:
        """Count one time; return 0, or when it was one too many the seconds until it may be.

        What is refused is not counted. While the database does not answer, nobody is refused.
        """
        times, left = self._ask(TAKE, who)
        return max(left, 1) if times > self.most else 0

    def seen(self, who: str) -> tuple[int, int]:
        """Return how many times were counted, and for how many seconds they still count."""
        return self._ask(SEEN, who)

    def _ask(self, statement: str, who: str) -> tuple[int, int]:
        key = self._key(who)
        values: dict[str, str | int] = {"key": key, "most": self.most, "seconds": self.seconds}
        try:
            with connection.cursor() as cursor:
                cursor.execute(statement, values)
                times, left = cursor.fetchone() or (0, 0)
        except DatabaseError as error:
            logger.warning("Nobody counts '%s' now: %s", self.scope, type(error).__name__)
            return 0, 0
        return int(times), int(left)

    def _key(self, who: str) -> str:
        digest = salted_hmac(f"upendo.web.limits {self.scope}", who, algorithm="sha256").digest()
        return str(UUID(bytes=digest[:16]))


def forget_passed() -> None:
    """Delete what no longer counts. Raises the database's error."""
    with connection.cursor() as cursor:
        cursor.execute(FORGET)
