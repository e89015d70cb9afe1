"""What differs between two states of a record, in words for people."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db.models import Field, FileField, ForeignKey, JSONField, Model
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.editing.models import Part, Versioned
from upendo.editing.states.rows import Fields, Rows, changes, model_and_pk

NOTHING = _("nothing")
MISSING = _("something that has been deleted")
UNKNOWN = _("not known any more")
# The fields by which people know a row.
NAMES = ("name", "title", "label", "picture")


@dataclass(frozen=True)
class Difference:
    """One field, or a whole row, before and after."""

    what: str
    before: str
    after: str


def differences(before: Rows, after: Rows) -> list[Difference]:
    """Return what an editor would want to know about the way from one state to the other."""
    found = changes(before, after)
    told = [
        Difference(
            _label(key, after[key], name), _words(key, name, before), _words(key, name, after)
        )
        for key, fields in found.changed.items()
        for name in fields
        if not _is_place(key, name)
    ]
    told += _orders(before, after, found.changed)
    told += [
        Difference(_name(key, fields), str(NOTHING), gettext("added"))
        for key, fields in found.added.items()
    ]
    told += [
        Difference(_name(key, before[key]), gettext("there"), gettext("removed"))
        for key in found.removed
    ]
    return told


def lost(unknown: Rows) -> list[Difference]:
    """Return fields of rows that the code does not know any more, as they were."""
    return [
        Difference(_label_of_unknown(key, name), str(value or NOTHING), str(UNKNOWN))
        for key, fields in unknown.items()
        for name, value in fields.items()
    ]


def named(found: list[Difference]) -> str:
    """Return what differs, in one line."""
    return "; ".join(dict.fromkeys(difference.what for difference in found))


def _label_of_unknown(key: str, name: str) -> str:
    label, _, _ = key.partition(":")
    try:
        kind = str(apps.get_model(label)._meta.verbose_name)
    except LookupError:
        kind = label.rpartition(".")[2]
    return f"{capfirst(kind)}, {name.replace('_', ' ')}"


def _label(key: str, fields: Fields, name: str) -> str:
    model, _ = model_and_pk(key)
    field = capfirst(str(_field(model, name).verbose_name))
    return field if issubclass(model, Versioned) else f"{_name(key, fields)}, {field.lower()}"


def _name(key: str, fields: Fields) -> str:
    """Return what a row is called: its kind, and its own name if it has one."""
    model, _ = model_and_pk(key)
    kind = capfirst(str(model._meta.verbose_name))
    if not issubclass(model, Part):
        return kind
    name = _own_name(key, fields)
    return f"{kind} “{name}”" if name else kind


def _own_name(key: str, fields: Fields) -> str:
    return next((_words(key, name, {key: fields}) for name in NAMES if fields.get(name)), "")


def _is_place(key: str, name: str) -> bool:
    model, _ = model_and_pk(key)
    return issubclass(model, Part) and name == model.PLACE


def _orders(before: Rows, after: Rows, changed: Rows) -> Iterator[Difference]:
    """Yield the order of each kind of row that was moved; the numbers of places tell nothing."""
    moved = [
        model_and_pk(key)[0]
        for key, fields in changed.items()
        if any(_is_place(key, name) for name in fields)
    ]
    for model in dict.fromkeys(moved):
        what = gettext("Order: %(kinds)s") % {"kinds": model._meta.verbose_name_plural}
        yield Difference(what, _in_order(before, model), _in_order(after, model))


def _in_order(rows: Rows, model: type[Model]) -> str:
    keys = [key for key in rows if model_and_pk(key)[0] is model]
    keys.sort(key=lambda key: (rows[key].get(Part.PLACE) or 0, model_and_pk(key)[1]))
    return ", ".join(_own_name(key, rows[key]) for key in keys)


def _words(key: str, name: str, rows: Rows) -> str:
    model, _ = model_and_pk(key)
    field, value = _field(model, name), rows[key].get(name)
    if value in (None, "", [], {}):
        return str(NOTHING)
    if isinstance(field, ForeignKey):
        related: Any = field.related_model
        return str(related._default_manager.filter(pk=value).first() or MISSING)
    if isinstance(field, JSONField):
        return gettext("another one")
    if isinstance(field, FileField):
        return str(value).rsplit("/", 2)[-2]
    if isinstance(field, ArrayField):
        names = dict(field.base_field.flatchoices)
        return ", ".join(str(names.get(item, item)) for item in json.loads(value))
    return str(dict(field.flatchoices).get(value, value))


def _field(model: type[Model], name: str) -> "Field[Any, Any]":
    field: Field[Any, Any] = model._meta.get_field(name)  # type: ignore[assignment]  # no relation's other end
    return field
