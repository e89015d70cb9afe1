"""What a review app's release refuses before it touches anything."""

import pytest

from delivery.review.guard import is_review_app, own_schema, stay_inside
from delivery.review.schemas import RefusedError


class Path:
    """A cursor whose connection has this search_path."""

    def __init__(self, path: str) -> None:
        self.path = path

    def execute(self, statement: str) -> None:
        assert statement == "SHOW search_path"

    def fetchone(self) -> tuple[str]:
        return (self.path,)


def through(statement: str) -> object:
    return stay_inside(lambda *_: "executed", statement, None, False, {})


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE public.catalogue_jar ADD extra text",
        'UPDATE "public"."catalogue_jar" SET net_weight_grams = 1',
        "DROP TABLE Public . catalogue_jar",
        "SET search_path = public",
        "SELECT set_config('search_path', 'public', false)",
        "DELETE FROM review_13.catalogue_jar",
    ],
)
def test_a_statement_that_names_a_schema_is_refused(statement: str) -> None:
    with pytest.raises(RefusedError, match="Migrations name no schema"):
        through(statement)


@pytest.mark.parametrize(
    "statement",
    [
        'SELECT "catalogue_jar"."code" FROM "catalogue_jar"',
        "RAISE EXCEPTION 'it keeps its text and stays public.'",
        "ALTER TABLE catalogue_jar ADD public boolean",
        "SELECT review_note.text FROM review_note",
    ],
)
def test_a_statement_that_stays_inside_is_executed(statement: str) -> None:
    assert through(statement) == "executed"


@pytest.mark.parametrize(
    "path", ["public", '"$user", public', "review_12, public", "review_13", '""']
)
def test_any_other_search_path_is_refused(path: str) -> None:
    with pytest.raises(RefusedError, match="touches nothing but its own schema"):
        own_schema(Path(path), {"HEROKU_PR_NUMBER": "12"})


@pytest.mark.parametrize("schema", ["public", "pg_catalog", ""])
def test_a_review_app_made_by_hand_cannot_name_staging_its_own(schema: str) -> None:
    with pytest.raises(RefusedError):
        own_schema(Path(schema), {"REVIEW_APP": "on", "DATABASE_SCHEMA": schema})


def test_the_own_schema_is_found() -> None:
    assert own_schema(Path("review_12"), {"HEROKU_PR_NUMBER": "12"}) == "review_12"


@pytest.mark.parametrize(
    ("environ", "answer"),
    [
        ({}, False),
        ({"REVIEW_APP": "off"}, False),
        ({"REVIEW_APP": "on"}, True),
        ({"HEROKU_PR_NUMBER": "12"}, True),
    ],
)
def test_the_host_says_what_is_a_review_app(environ: dict[str, str], answer: bool) -> None:
    assert is_review_app(environ) is answer
