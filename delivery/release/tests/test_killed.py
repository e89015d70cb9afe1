"""A release that is killed half-way leaves nothing that the next one cannot finish."""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from delivery.review.tests.databases import COPY_JARS, Database, lay_branch

RUNNING = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND state = 'active' AND query ~ %s
"""
REVIEW = {"HEROKU_PR_NUMBER": "12"}


def wait_until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 120
    while not true():
        assert time.monotonic() < end, "nothing happened for 120 s"
        time.sleep(0.05)


def runs(database: Database, statement: str) -> bool:
    return database.rows(RUNNING, f"^{statement}") == [(1,)]


def test_killed_while_cloning_it_leaves_no_schema_and_the_next_release_clones(
    staging: Database,
) -> None:
    staging.rows(COPY_JARS, 10, 200_000)
    release = staging.start("-m", "delivery.release", **REVIEW)
    wait_until(lambda: runs(staging, "INSERT INTO catalogue_jar"))
    release.kill()
    release.communicate()
    wait_until(lambda: not runs(staging, "INSERT INTO catalogue_jar"))
    assert "review_12" not in staging.schemas()
    assert staging.release(**REVIEW).returncode == 0
    assert staging.rows("SELECT count(*) FROM review_12.catalogue_jar") == [(200_001,)]


def test_killed_between_migrations_the_next_release_goes_on_from_there(
    staging: Database, branch_folder: Path
) -> None:
    steps = [
        """migrations.RunSQL("ALTER TABLE catalogue_jar ADD one text")""",
        """migrations.RunSQL("ALTER TABLE catalogue_forest ADD two text")""",
    ]
    branch = replace(staging, branch=lay_branch(branch_folder, *steps))
    with staging.connected() as other:
        other.execute("BEGIN; LOCK TABLE catalogue_forest IN ACCESS SHARE MODE")
        release = branch.start("-m", "delivery.release")
        wait_until(lambda: runs(staging, "ALTER TABLE catalogue_forest"))
        release.kill()
        release.communicate()
    again = branch.release()
    assert again.returncode == 0, again.stdout
    assert "Applying branch.0001_step" not in again.stdout
    assert "Applying branch.0002_step... OK" in again.stdout
