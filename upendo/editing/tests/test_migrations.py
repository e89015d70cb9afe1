"""No migration renames or removes what drafts and former rows speak of, and leaves them behind."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import migrations
from django.db.migrations.loader import MigrationLoader

from upendo.editing.models import Draftable, Part
from upendo.editing.operations import (
    DeleteModelFromDrafts,
    RemoveFieldFromDrafts,
    RenameFieldInDrafts,
    RenameModelInDrafts,
)

HISTORICAL = "historical"
OWED: dict[type, tuple[type, ...]] = {
    migrations.RenameField: (RenameFieldInDrafts,),
    # A rename over several releases ends with the removal of the old field.
    migrations.RemoveField: (RemoveFieldFromDrafts, RenameFieldInDrafts, DeleteModelFromDrafts),
    migrations.RenameModel: (RenameModelInDrafts,),
    migrations.DeleteModel: (DeleteModelFromDrafts,),
}
BIO = ("beekeeper", "bio", "life")


def goes(operation: Any) -> tuple[str, str]:
    """Return the model and the field that an operation takes away; no field for a model."""
    match operation:
        case migrations.RenameField() | RenameFieldInDrafts():
            return operation.model_name.lower(), operation.old_name
        case migrations.RemoveField() | RemoveFieldFromDrafts():
            return operation.model_name.lower(), operation.name
        case migrations.RenameModel() | RenameModelInDrafts():
            return operation.old_name.lower(), ""
    return operation.name.lower(), ""


def comes(operation: Any) -> str:
    """Return the name that stands in its place, if there is one."""
    return str(getattr(operation, "new_name", "")).lower()


def flat(operations: Iterable[Any]) -> Iterator[Any]:
    """Yield operations, and instead of one that parts the models' state what it does to that."""
    for operation in operations:
        yield from getattr(operation, "state_operations", [operation])


def debts(operations: Iterable[Any], in_drafts: set[str], with_history: set[str]) -> Iterator[str]:
    """Yield what is missing in a migration."""
    found = list(flat(operations))
    for operation in found:
        if type(operation) not in OWED:
            continue
        model, field = goes(operation)
        if model in in_drafts and not any(
            isinstance(other, OWED[type(operation)])
            and goes(other) in {(model, field), (model, "")}
            and (not comes(operation) or comes(other) == comes(operation))
            for other in found
        ):
            names = [owed.__name__ for owed in OWED[type(operation)]]
            yield f"{operation.describe()}: {' or '.join(names)} is missing beside it"
        if (
            model in with_history
            and comes(operation)
            and not any(
                type(other) is type(operation) and goes(other) == (HISTORICAL + model, field)
                for other in found
            )
        ):
            yield f"{operation.describe()}: the same is missing for its former rows"


def kept_models(loader: MigrationLoader) -> dict[str, set[str]]:
    """Return the models, by app, that have or had former rows."""
    kept: dict[str, set[str]] = defaultdict(set)
    for (app, _), migration in loader.disk_migrations.items():
        for operation in migration.operations:
            name = comes(operation) or str(getattr(operation, "name", "")).lower()
            if name.startswith(HISTORICAL):
                kept[app].add(name.removeprefix(HISTORICAL))
    return kept


def may_be_in_drafts(app: str, model: str) -> bool:
    """Whether drafts speak of a model; of one that is gone, they may have."""
    try:
        return issubclass(apps.get_model(app, model), Draftable | Part)
    except LookupError:
        return True


def test_every_migration_keeps_drafts_and_history_in_step() -> None:
    loader = MigrationLoader(None)
    kept = kept_models(loader)
    assert {"beekeeper", "species", "jar"} <= kept["catalogue"]
    assert [
        f"{app}.{name}: {debt}"
        for (app, name), migration in loader.disk_migrations.items()
        for debt in debts(
            migration.operations,
            {model for model in kept[app] if may_be_in_drafts(app, model)},
            kept[app],
        )
    ] == []


@pytest.mark.parametrize(
    ("operations", "missing"),
    [
        ([migrations.RenameField(*BIO)], ["RenameFieldInDrafts", "former rows"]),
        (
            [
                migrations.RenameField(*BIO),
                migrations.RenameField("historicalbeekeeper", "bio", "life"),
                RenameFieldInDrafts("beekeeper", "bio", "live"),
            ],
            ["RenameFieldInDrafts"],
        ),
        ([migrations.RenameField(*BIO), RenameFieldInDrafts(*BIO)], ["former rows"]),
        ([migrations.RemoveField("Beekeeper", "bio")], ["RemoveFieldFromDrafts"]),
        (
            [migrations.RemoveField("beekeeper", "bio"), RemoveFieldFromDrafts("species", "bio")],
            ["RemoveFieldFromDrafts"],
        ),
        (
            [
                migrations.SeparateDatabaseAndState(
                    state_operations=[migrations.RemoveField("beekeeper", "bio")]
                )
            ],
            ["RemoveFieldFromDrafts"],
        ),
        ([migrations.RenameModel("Species", "Tree")], ["RenameModelInDrafts", "former rows"]),
        ([migrations.DeleteModel("Species")], ["DeleteModelFromDrafts"]),
        ([migrations.RenameField("proof", "title", "name")], ["former rows"]),
    ],
)
def test_what_is_missing_in_a_migration_is_found(operations: list[Any], missing: list[str]) -> None:
    found = list(debts(operations, {"beekeeper", "species"}, {"beekeeper", "species", "proof"}))
    assert len(found) == len(missing)
    assert all(word in line for word, line in zip(missing, found, strict=True))


@pytest.mark.parametrize(
    "operations",
    [
        [
            migrations.RenameField(*BIO),
            migrations.RenameField("historicalbeekeeper", "bio", "life"),
            RenameFieldInDrafts(*BIO),
        ],
        [migrations.RemoveField("beekeeper", "bio"), RemoveFieldFromDrafts("beekeeper", "bio")],
        [migrations.RemoveField("beekeeper", "bio"), RenameFieldInDrafts(*BIO)],
        [
            migrations.RenameModel("Species", "Tree"),
            migrations.RenameModel("HistoricalSpecies", "HistoricalTree"),
            RenameModelInDrafts("Species", "Tree"),
        ],
        [
            migrations.RemoveField("species", "forest"),
            migrations.DeleteModel("Species"),
            DeleteModelFromDrafts("Species"),
        ],
        [migrations.RemoveField("proof", "title")],
        [migrations.RemoveField("printrun", "number")],
    ],
)
def test_a_migration_that_thinks_of_them_is_let_through(operations: list[Any]) -> None:
    assert not list(debts(operations, {"beekeeper", "species"}, {"beekeeper", "species", "proof"}))
