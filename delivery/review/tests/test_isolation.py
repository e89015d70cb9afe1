"""Review apps can neither see nor change staging's tables."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import psycopg2
import pytest

from delivery import PROJECT
from delivery.review.tests.databases import COPY_JARS, Database, lay_branch
from delivery.review.tests.serving import serving

REVIEWER_RIGHTS = PROJECT / "delivery/review/reviewer.sql"

REVIEW = {"HEROKU_PR_NUMBER": "12"}
REWRITE = """
migrations.RunSQL("ALTER TABLE catalogue_beekeeper RENAME village TO home"),
migrations.RunSQL("ALTER TABLE catalogue_honey DROP tasting_note"),
migrations.RunSQL("ALTER TABLE catalogue_forest ADD rainfall integer NOT NULL DEFAULT 0"),
migrations.RunSQL("UPDATE catalogue_forest SET title = 'Changed'"),
migrations.RunSQL("DELETE FROM catalogue_footprintstage"),
migrations.RunSQL("DROP TABLE insights_unknowncode"),
"""


def test_a_migration_that_renames_drops_and_adds_leaves_staging_serving_byte_for_byte(
    staging: Database, branch_folder: Path
) -> None:
    staging.rows(COPY_JARS, 10, 5000)
    before = staging.dump("public")
    branch = replace(staging, branch=lay_branch(branch_folder, REWRITE))
    with serving(staging) as app:
        story = app.story("PUREJOY")
        with app.reading_all_the_while() as stories:
            released = branch.release(**REVIEW)
    assert released.returncode == 0, released.stdout
    assert len(stories) > 20
    assert set(stories) == {story.replace('"PUREJOY"', '"CODE"')}
    assert staging.dump("public") == before
    assert staging.rows("SELECT title, rainfall FROM review_12.catalogue_forest") == [
        ("Changed", 0)
    ]


def test_a_review_app_serves_its_own_rows(staging: Database) -> None:
    assert staging.release(**REVIEW).returncode == 0
    staging.rows("UPDATE review_12.catalogue_beekeeper SET name = 'Asha of the review'")
    with serving(staging, **REVIEW) as app:
        assert json.loads(app.story("PUREJOY"))["beekeeper"]["name"] == "Asha of the review"


@pytest.mark.parametrize("way", ["migrations.RunSQL", "run"])
def test_a_migration_that_names_a_schema_is_refused(
    staging: Database, branch_folder: Path, way: str
) -> None:
    before = staging.dump("public")
    step = f"""{way}("UPDATE public.catalogue_jar SET net_weight_grams = 1")"""
    released = replace(staging, branch=lay_branch(branch_folder, step)).release(**REVIEW)
    assert released.returncode == 1
    assert "Migrations name no schema" in released.stdout
    assert staging.dump("public") == before


def test_a_release_whose_connection_looks_elsewhere_is_refused(
    staging: Database, branch_folder: Path
) -> None:
    settings = "DATABASES['default']['OPTIONS'] = {'options': '-c search_path=review_12,public'}"
    branch = replace(staging, branch=lay_branch(branch_folder, settings=settings))
    released = branch.release(**REVIEW)
    assert released.returncode == 1
    assert "the connection looks in: review_12, public" in released.stdout
    assert "review_12" not in staging.schemas()


def test_a_review_app_without_number_or_schema_does_not_start(staging: Database) -> None:
    released = staging.release(REVIEW_APP="on")
    assert released.returncode == 1
    assert "Set DATABASE_SCHEMA" in released.stdout


def test_a_review_app_made_by_hand_uses_the_schema_it_names(staging: Database) -> None:
    released = staging.release(REVIEW_APP="on", DATABASE_SCHEMA="review_asha")
    assert released.returncode == 0, released.stdout
    assert "review_asha" in staging.schemas()


def test_a_user_without_rights_on_staging_can_be_given_to_review_apps(
    staging: Database,
) -> None:
    with reviewer(staging) as limited:
        released = limited.release(**REVIEW)
        assert released.returncode == 0, released.stdout
        assert "could write to staging" not in released.stdout
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            limited.rows("UPDATE public.catalogue_jar SET net_weight_grams = 1")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            limited.rows("ALTER TABLE public.catalogue_jar ADD extra text")


@contextmanager
def reviewer(staging: Database) -> Iterator[Database]:
    """A database user with the rights that delivery/review/reviewer.sql gives."""
    name = f"reviewer_{staging.name}"
    staging.rows(f"CREATE ROLE {name} LOGIN PASSWORD 'secret'")
    staging.rows(REVIEWER_RIGHTS.read_text().replace("reviewer", name))
    try:
        yield staging.as_user(name, "secret")
    finally:
        staging.rows(f"DROP OWNED BY {name} CASCADE")
        staging.rows(f"DROP ROLE {name}")
