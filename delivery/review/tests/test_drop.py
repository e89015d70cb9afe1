"""A closed pull request's schema goes; nothing else ever does."""

import pytest

from delivery.review import schemas
from delivery.review.schemas import RefusedError
from delivery.review.tests.databases import Database

ORPHANS = ("-m", "delivery.review.orphans")


def test_closing_a_pull_request_drops_its_schema_alone(staging: Database) -> None:
    before = staging.dump("public")
    for number in ("12", "13"):
        assert staging.release(HEROKU_PR_NUMBER=number).returncode == 0
    dropped = staging.run("-m", "delivery.review.drop", HEROKU_PR_NUMBER="12")
    assert dropped.returncode == 0, dropped.stdout
    assert staging.schemas() & {"public", "review_12", "review_13"} == {"public", "review_13"}
    assert staging.dump("public") == before


def test_dropping_twice_is_no_error(staging: Database) -> None:
    dropped = staging.run("-m", "delivery.review.drop", HEROKU_PR_NUMBER="12")
    assert (dropped.returncode, "no schema review_12" in dropped.stdout) == (0, True)


def test_staging_refuses_to_drop_itself(staging: Database) -> None:
    dropped = staging.run("-m", "delivery.review.drop")
    assert dropped.returncode == 1
    assert "This is no review app" in dropped.stdout
    assert staging.rows("SELECT count(*) FROM catalogue_jar") == [(10,)]


@pytest.mark.parametrize("name", ["public", "pg_catalog", "review", 'review_1"; DROP x', "other"])
def test_no_other_schema_can_be_dropped(staging: Database, name: str) -> None:
    with staging.connected() as cursor, pytest.raises(RefusedError):
        schemas.drop(cursor, name)


def test_a_schema_of_that_name_which_no_release_made_is_left_alone(staging: Database) -> None:
    staging.rows("CREATE SCHEMA review_12; CREATE TABLE review_12.mine (id int)")
    released = staging.release(HEROKU_PR_NUMBER="12")
    assert released.returncode == 1
    assert "no release cloned it" in released.stdout
    assert staging.rows("SELECT count(*) FROM review_12.mine") == [(0,)]


def test_a_second_release_keeps_what_reviewers_wrote(staging: Database) -> None:
    staging.release(HEROKU_PR_NUMBER="12")
    staging.rows("UPDATE review_12.catalogue_forest SET title = 'Written by a reviewer'")
    again = staging.release(HEROKU_PR_NUMBER="12")
    assert "was cloned before" in again.stdout
    assert staging.rows("SELECT title FROM review_12.catalogue_forest") == [
        ("Written by a reviewer",)
    ]


def test_orphans_are_listed_then_dropped(staging: Database) -> None:
    staging.rows("CREATE SCHEMA review_notes")
    for number in ("12", "13"):
        staging.release(HEROKU_PR_NUMBER=number)
    listed = staging.run(*ORPHANS, "--open", "13")
    assert "review_12 is an orphan" in listed.stdout
    assert "review_13 is in use" in listed.stdout
    assert "review_12" in staging.schemas()
    staging.run(*ORPHANS, "--open", "13", "--drop")
    assert "review_12" not in staging.schemas()
    assert {"public", "review_13", "review_notes"} <= staging.schemas()


def test_forgetting_which_pull_requests_are_open_drops_nothing(staging: Database) -> None:
    staging.release(HEROKU_PR_NUMBER="12")
    assert staging.run(*ORPHANS, "--drop").returncode == 2
    assert "review_12" in staging.schemas()
