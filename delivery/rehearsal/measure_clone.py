"""Measures how long a review app's clone takes, at three sizes of staging.

python -m delivery.rehearsal.measure_clone
"""

import statistics
import time

from delivery.rehearsal.scratch_database import scratch_database
from delivery.review.clone import clone
from delivery.review.tests.databases import COPY_JARS, Database

TIMES = 5


def main() -> None:
    """Print a line for each size."""
    with scratch_database("upendo_measure_clone") as url:
        database = Database(url)
        database.release_and_fill()
        jars = 1
        for wanted in (10, 1_000, 100_000):
            database.rows(COPY_JARS, jars, wanted - 1)
            jars = wanted
            seconds = [cloned_in(database) for _ in range(TIMES)]
            print(
                f"{jars:>7,} jars: median {statistics.median(seconds):.2f} s, "
                f"from {min(seconds):.2f} to {max(seconds):.2f} s",
                flush=True,
            )


def cloned_in(database: Database) -> float:
    with database.connected() as cursor:
        start = time.perf_counter()
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        clone(cursor, "public", "review_measured")
        cursor.execute("COMMIT")
        seconds = time.perf_counter() - start
        cursor.execute("DROP SCHEMA review_measured CASCADE")
    return seconds


if __name__ == "__main__":
    main()
