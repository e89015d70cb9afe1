"""The release phase on staging and production."""

from dataclasses import replace
from pathlib import Path

from delivery.review.tests.databases import Database, beside, lay_branch

ADD_COLUMN = """migrations.RunSQL("ALTER TABLE catalogue_jar ADD extra text")"""


def test_an_empty_database_gets_every_table_and_the_commit_is_reported(empty: Database) -> None:
    released = empty.release(COMMIT="4f2a9c1")
    assert released.returncode == 0, released.stdout
    assert "release: commit 4f2a9c1" in released.stdout
    assert empty.rows("SELECT count(*) FROM catalogue_jar") == [(0,)]


def test_a_second_release_changes_nothing(staging: Database) -> None:
    before = staging.dump("public")
    assert staging.release().returncode == 0
    assert staging.dump("public") == before


def test_two_releases_at_once_follow_each_other(empty: Database) -> None:
    both = [empty.start("-m", "delivery.release") for _ in range(2)]
    outputs = [process.communicate()[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], outputs
    applied = ["Applying catalogue.0001_" in output for output in outputs]
    assert sorted(applied) == [False, True]


def test_a_held_table_fails_the_release_soon_and_leaves_everything_as_it_was(
    staging: Database, branch_folder: Path
) -> None:
    before = staging.dump("public")
    branch = replace(staging, branch=lay_branch(branch_folder, ADD_COLUMN))
    with staging.connected() as reader:
        reader.execute("BEGIN; SELECT count(*) FROM catalogue_jar")
        released = branch.release()
    assert released.returncode == 1
    assert "Somebody else held the lock" in released.stdout
    assert "The code that served before still serves." in released.stdout
    assert staging.dump("public") == before


def test_a_failing_migration_fails_the_release(staging: Database, branch_folder: Path) -> None:
    wrong = """migrations.RunSQL("ALTER TABLE catalogue_jar DROP no_such_column")"""
    released = replace(staging, branch=lay_branch(branch_folder, wrong)).release()
    assert released.returncode == 1
    assert 'RELEASE FAILED: column "no_such_column"' in released.stdout


def test_the_previous_code_releases_on_a_newer_database_as_a_rollback_does(
    staging: Database, branch_folder: Path
) -> None:
    newer = replace(staging, branch=lay_branch(branch_folder, ADD_COLUMN)).release()
    assert newer.returncode == 0, newer.stdout
    rolled_back = staging.release()
    assert rolled_back.returncode == 0
    assert "ahead of this code, as after a rollback; it keeps: branch.0001" in rolled_back.stdout


def test_an_unreachable_database_is_said_in_a_sentence(staging: Database) -> None:
    released = Database(beside(staging.url, "nowhere")).release()
    assert released.returncode == 1
    assert "Check DATABASE_URL" in released.stdout
