"""A record and its parts as plain rows: compared, kept for later and put back.

A row's key is its model and primary key, such as ``catalogue.species:7``; its fields are as
Django's JSON serializer writes them. Drafts, former versions and the comparison of two people's
edits all speak of rows.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Self

from django.apps import apps
from django.core import serializers
from django.db.models import Field, ForeignKey, Model

from upendo.editing.line_ends import unify
from upendo.editing.models import Part, Versioned, WithHistory

type Fields = dict[str, Any]
type Rows = dict[str, Fields]


@dataclass(frozen=True)
class Changes:
    """What turns some rows into others: fields to set, rows to add, rows to delete."""

    changed: Rows = field(default_factory=dict)
    added: Rows = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.changed or self.added or self.removed)

    def known(self) -> tuple[Self, Rows]:
        """Return what the code still knows of it, and the fields, by row, that it does not."""
        changed, unknown_changed = known(self.changed)
        added, unknown_added = known(self.added)
        for key in added.keys() & unknown_added.keys():
            if not _required_links(key) <= added[key].keys():
                unknown_added[key] |= added.pop(key)
        # A row that goes with its model is gone already.
        removed = [key for key in self.removed if _field_names(key)]
        return type(self)(changed, added, removed), unknown_changed | unknown_added

    def on(self, rows: Rows) -> Rows:
        """Return what these rows would be."""
        kept = {key: fields for key, fields in rows.items() if key not in self.removed}
        changed = {key: fields | self.changed.get(key, {}) for key, fields in kept.items()}
        return changed | self.added

    def apply(self, reason: str = "") -> None:
        """Write them. What has been deleted meanwhile is not brought back in part."""
        for key in self.removed:
            model, pk = model_and_pk(key)
            model._default_manager.filter(pk=pk).delete()
        for key, fields in self.changed.items():
            model, pk = model_and_pk(key)
            for present in as_rows(model._default_manager.filter(pk=pk)).values():
                _write(key, present | without_lost_links(model, fields), reason)
        # A record before its parts, which point to it.
        for key, fields in sorted(self.added.items(), key=lambda row: _is_part(row[0])):
            model, _ = model_and_pk(key)
            if len(without_lost_links(model, fields)) == len(fields):
                _write(key, fields, reason)

    def refused_texts(self) -> list[str]:
        """Return why texts of the rows that it wrote may not stand as they are."""
        written = [model_and_pk(key) for key in [*self.changed, *self.added]]
        rows = (row for model, pk in written for row in model._default_manager.filter(pk=pk))
        return [why for row in rows for why in row.refused_texts()]


@cache
def parts_of(model: type[Versioned]) -> tuple[type[Part], ...]:
    """Return the models whose rows are edited on the form of a record of this model."""
    return tuple(
        part
        for part in apps.get_models()
        if issubclass(part, Part) and part._meta.get_field(part.PART_OF).related_model is model
    )


def known(rows: Rows) -> tuple[Rows, Rows]:
    """Return the fields that the code has, and those that it does not have any more."""
    found: Rows = {}
    unknown: Rows = {}
    for key, fields in rows.items():
        names = _field_names(key)
        for name, value in fields.items():
            (found if name in names else unknown).setdefault(key, {})[name] = value
    return found, unknown


def rows_of(record: Versioned) -> Rows:
    """Return the rows of a record and its parts as the database has them now."""
    rows = as_rows(type(record)._default_manager.filter(pk=record.pk))
    for part in parts_of(type(record)):
        rows |= as_rows(part._default_manager.filter(**{part.PART_OF: record.pk}))
    return rows


def as_rows(instances: Iterable[Model]) -> Rows:
    """Return instances of models as rows, also those of before lines ended in one way."""
    instances = list(instances)
    for instance in instances:
        unify(instance)
    written: list[dict[str, Any]] = json.loads(serializers.serialize("json", instances))
    return {
        f"{row['model']}:{row['pk']}": {
            name: value for name, value in row["fields"].items() if _is_content(row["model"], name)
        }
        for row in written
    }


def changes(before: Rows, after: Rows) -> Changes:
    """Return what turns the rows before into those after."""
    return Changes(
        changed={
            key: differing
            for key in after
            if key in before and (differing := _differing(before[key], after[key]))
        },
        added={key: after[key] for key in after if key not in before},
        removed=[key for key in before if key not in after],
    )


def model_and_pk(key: str) -> tuple[type[WithHistory], int]:
    """Return what a row's key names."""
    label, _, pk = key.partition(":")
    model: type[WithHistory] = apps.get_model(label)
    return model, int(pk)


def _field_names(key: str) -> frozenset[str]:
    """Return the fields that a row may have; none when its model is gone."""
    try:
        model, _ = model_and_pk(key)
    except LookupError:
        return frozenset()
    return frozenset(field.name for field in model._meta.concrete_fields)


def _required_links(key: str) -> set[str]:
    model, _ = model_and_pk(key)
    fields = model._meta.concrete_fields
    return {field.name for field in fields if isinstance(field, ForeignKey) and not field.null}


def _is_part(key: str) -> bool:
    return issubclass(model_and_pk(key)[0], Part)


def _differing(before: Fields, after: Fields) -> Fields:
    return {name: value for name, value in after.items() if value != before.get(name)}


def _is_content(label: str, name: str) -> bool:
    """Whether a row holds a field: not when it was saved, nor what it is attached to."""
    field = apps.get_model(label)._meta.get_field(name)
    return not getattr(field, "auto_now", False) and not field.many_to_many


def write_new(model: type[Model], fields: Fields, reason: str) -> Any:
    """Write a row under a key of its own, and return it."""
    return _save({"model": model._meta.label_lower, "fields": fields}, reason)


def _write(key: str, fields: Fields, reason: str) -> None:
    label, _, pk = key.partition(":")
    _save({"model": label, "pk": pk, "fields": fields}, reason)


def _save(row: Fields, reason: str) -> Any:
    [deserialised] = serializers.deserialize("python", [row], ignorenonexistent=True)
    # The instance's own save, so that its former state is kept as with any other edit.
    instance: Any = deserialised.object
    instance._change_reason = reason
    instance.save()
    return instance


def without_lost_links(model: type[Model], fields: Fields) -> Fields:
    """Leave out links to records that somebody has deleted meanwhile."""
    return {
        name: value for name, value in fields.items() if not _is_lost(_field(model, name), value)
    }


def _field(model: type[Model], name: str) -> "Field[Any, Any] | None":
    found = {field.name: field for field in model._meta.concrete_fields}
    return found.get(name)


def _is_lost(field: "Field[Any, Any] | None", value: Any) -> bool:
    if value is None or not isinstance(field, ForeignKey):
        return False
    related: Any = field.related_model
    return not related._default_manager.filter(pk=value).exists()
