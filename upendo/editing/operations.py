"""Operations for migrations, which keep drafts in step with the models that they speak of.

Each stands in the same migration as Django's own of that name, with the same arguments::

    migrations.RenameField("beekeeper", "bio", "life"),
    migrations.RenameField("historicalbeekeeper", "bio", "life"),
    RenameFieldInDrafts("beekeeper", "bio", "life"),

Former rows need none: they are columns, which Django renames and removes as it does others.
"""

from collections.abc import Callable
from typing import Any

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.state import ProjectState

from upendo.editing.states.rows import Fields, Rows

# What becomes of a row, of which the key and the fields are given; None when it goes.
type Edit = Callable[[str, Fields], tuple[str, Fields] | None]


class InDrafts(Operation):
    """Edits the rows of all drafts, one draft after the other."""

    reduces_to_sql = False
    atomic = True
    category = OperationCategory.PYTHON

    def forwards(self, app_label: str) -> Edit:
        """Return what happens to a row."""
        raise NotImplementedError

    def backwards(self, app_label: str) -> Edit:
        """Return what undoes it; what has been removed does not come back."""
        return lambda key, fields: (key, fields)

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Leave the models as they are."""

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        _edit_drafts(from_state, schema_editor, self.forwards(app_label))

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        _edit_drafts(from_state, schema_editor, self.backwards(app_label))

    def describe(self) -> str:
        name, arguments, named = self.deconstruct()
        return " ".join([name, *arguments, *named.values()])


class RenameFieldInDrafts(InDrafts):
    """Rename a field. Where a draft has both, the one with the new name stays."""

    def __init__(self, model_name: str, old_name: str, new_name: str) -> None:
        self.model_name, self.old_name, self.new_name = model_name.lower(), old_name, new_name

    def forwards(self, app_label: str) -> Edit:
        return _renames_field(f"{app_label}.{self.model_name}", self.old_name, self.new_name)

    def backwards(self, app_label: str) -> Edit:
        return _renames_field(f"{app_label}.{self.model_name}", self.new_name, self.old_name)


class RemoveFieldFromDrafts(InDrafts):
    """Remove a field, and drafts that have nothing else."""

    def __init__(self, model_name: str, name: str) -> None:
        self.model_name, self.name = model_name.lower(), name

    def forwards(self, app_label: str) -> Edit:
        model = f"{app_label}.{self.model_name}"

        def edit(key: str, fields: Fields) -> tuple[str, Fields]:
            kept = {name: value for name, value in fields.items() if name != self.name}
            return key, kept if _is_of(key, model) else fields

        return edit


class RenameModelInDrafts(InDrafts):
    """Rename a record or a part."""

    def __init__(self, old_name: str, new_name: str) -> None:
        self.old_name, self.new_name = old_name.lower(), new_name.lower()

    def forwards(self, app_label: str) -> Edit:
        return _renames_model(f"{app_label}.{self.old_name}", f"{app_label}.{self.new_name}")

    def backwards(self, app_label: str) -> Edit:
        return _renames_model(f"{app_label}.{self.new_name}", f"{app_label}.{self.old_name}")


class DeleteModelFromDrafts(InDrafts):
    """Remove the rows of a record or a part, and drafts that have nothing else."""

    def __init__(self, name: str) -> None:
        self.name = name.lower()

    def forwards(self, app_label: str) -> Edit:
        model = f"{app_label}.{self.name}"
        return lambda key, fields: None if _is_of(key, model) else (key, fields)


def _is_of(key: str, model: str) -> bool:
    return key.startswith(f"{model}:")


def _renames_field(model: str, old: str, new: str) -> Edit:
    def edit(key: str, fields: Fields) -> tuple[str, Fields]:
        if not _is_of(key, model) or old not in fields:
            return key, fields
        kept = {name: value for name, value in fields.items() if name != old}
        return key, {new: fields[old]} | kept

    return edit


def _renames_model(old: str, new: str) -> Edit:
    return lambda key, fields: (
        (new + key.removeprefix(old) if _is_of(key, old) else key),
        fields,
    )


def _edit_drafts(state: ProjectState, schema_editor: BaseDatabaseSchemaEditor, edit: Edit) -> None:
    state.clear_delayed_apps_cache()
    apps: Apps = state.apps
    drafts: Any = apps.get_model("catalogue", "Draft")._default_manager
    waiting = drafts.using(schema_editor.connection.alias).select_related("content_type")
    # Nobody saves a draft between its reading and its writing.
    for draft in waiting.select_for_update(of=["self"]).iterator(chunk_size=100):
        kind = draft.content_type
        record = edit(f"{kind.app_label}.{kind.model}:{draft.object_id}", {})
        draft.changed, draft.added = _edited(draft.changed, edit), _edited(draft.added, edit)
        draft.removed = [row[0] for key in draft.removed if (row := edit(key, {}))]
        if record and (draft.changed or draft.added or draft.removed):
            # Its author edited it last, not this.
            draft.save(update_fields=["changed", "added", "removed"])
        else:
            draft.delete()


def _edited(rows: Rows, edit: Edit) -> Rows:
    found = [row for key, fields in rows.items() if (row := edit(key, fields))]
    return {key: fields for key, fields in found if fields}
