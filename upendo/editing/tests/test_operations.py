"""What a migration does to drafts, and what undoing it does."""

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from upendo.catalogue.models import Beekeeper, Species
from upendo.catalogue.tests.factories import BeekeeperFactory, ForestFactory
from upendo.editing.models import Draft
from upendo.editing.operations import (
    DeleteModelFromDrafts,
    InDrafts,
    RemoveFieldFromDrafts,
    RenameFieldInDrafts,
    RenameModelInDrafts,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def historical() -> ProjectState:
    """The models as migrations know them."""
    state: ProjectState = MigrationLoader(None).project_state()
    return state


@pytest.fixture
def beekeeper() -> Beekeeper:
    return BeekeeperFactory.create()


def run(historical: ProjectState, operation: InDrafts, backwards: bool = False) -> None:
    with connection.schema_editor() as editor:
        way = operation.database_backwards if backwards else operation.database_forwards
        way("catalogue", editor, historical, historical)


def rows() -> list[Any]:
    return [
        [draft.changed, draft.added, draft.removed] for draft in Draft._base_manager.order_by("pk")
    ]


def test_a_renamed_field_is_renamed_in_its_own_rows_and_back(
    historical: ProjectState, beekeeper: Beekeeper
) -> None:
    key = f"catalogue.beekeeper:{beekeeper.pk}"
    other = {"catalogue.species:7": {"bio": "Another model's."}}
    Draft.objects.create(
        record=beekeeper,
        changed={key: {"bio": "Keeps wild bees.", "village": "Ilunde"}} | other,
        added={"catalogue.beekeeper:99": {"bio": "New."}},
        removed=["catalogue.species:8"],
    )
    before, edited_at = rows(), Draft.objects.get().updated_at
    run(historical, RenameFieldInDrafts("Beekeeper", "bio", "life"))
    assert rows() == [
        [
            {key: {"life": "Keeps wild bees.", "village": "Ilunde"}} | other,
            {"catalogue.beekeeper:99": {"life": "New."}},
            ["catalogue.species:8"],
        ]
    ]
    assert Draft.objects.get().updated_at == edited_at
    run(historical, RenameFieldInDrafts("Beekeeper", "bio", "life"), backwards=True)
    assert rows() == before


def test_a_field_that_was_written_under_both_names_keeps_the_new_one(
    historical: ProjectState, beekeeper: Beekeeper
) -> None:
    key = f"catalogue.beekeeper:{beekeeper.pk}"
    Draft.objects.create(record=beekeeper, changed={key: {"bio": "Old.", "life": "New."}})
    run(historical, RenameFieldInDrafts("beekeeper", "bio", "life"))
    assert rows() == [[{key: {"life": "New."}}, {}, []]]


def test_a_removed_field_goes_and_a_draft_of_nothing_else_with_it(
    historical: ProjectState, beekeeper: Beekeeper
) -> None:
    key = f"catalogue.beekeeper:{beekeeper.pk}"
    Draft.objects.create(
        record=beekeeper, changed={key: {"bio": "x", "village": "Ilunde"}}, removed=[key]
    )
    other = BeekeeperFactory.create()
    Draft.objects.create(record=other, changed={f"catalogue.beekeeper:{other.pk}": {"bio": "x"}})
    removal = RemoveFieldFromDrafts("beekeeper", "bio")
    run(historical, removal)
    assert rows() == [[{key: {"village": "Ilunde"}}, {}, [key]]]
    run(historical, removal, backwards=True)
    assert rows() == [[{key: {"village": "Ilunde"}}, {}, [key]]]


def test_a_renamed_model_is_renamed_in_all_keys_and_back(historical: ProjectState) -> None:
    Draft.objects.create(
        record=ForestFactory.create(),
        changed={"catalogue.species:7": {"name": "Msasa"}},
        added={"catalogue.species:8": {"name": "Mnondo"}, "catalogue.speciesgroup:1": {"a": 1}},
        removed=["catalogue.species:9"],
    )
    before = rows()
    run(historical, RenameModelInDrafts("Species", "Tree"))
    assert rows() == [
        [
            {"catalogue.tree:7": {"name": "Msasa"}},
            {"catalogue.tree:8": {"name": "Mnondo"}, "catalogue.speciesgroup:1": {"a": 1}},
            ["catalogue.tree:9"],
        ]
    ]
    run(historical, RenameModelInDrafts("Species", "Tree"), backwards=True)
    assert rows() == before


def test_a_deleted_model_takes_its_rows_and_its_own_drafts_along(
    historical: ProjectState, beekeeper: Beekeeper
) -> None:
    kept = {"catalogue.forest:1": {"title": "Mlele"}}
    Draft.objects.create(
        record=ForestFactory.create(),
        changed=kept | {"catalogue.species:7": {"name": "Msasa"}},
        removed=["catalogue.species:9"],
    )
    Draft.objects.create(
        content_type=ContentType.objects.get_for_model(Species), object_id=7, changed=kept
    )
    Draft.objects.create(record=beekeeper, removed=["catalogue.species:9"])
    run(historical, DeleteModelFromDrafts("Species"))
    assert rows() == [[kept, {}, []]]
