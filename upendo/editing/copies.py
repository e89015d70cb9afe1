"""Copies of records: a new record like another, which readers do not see yet."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.models import Field, Model
from django.utils.translation import gettext

from upendo.editing.drafts import changes_in, draft_of
from upendo.editing.models import Draftable, Part, Versioned
from upendo.editing.states.rows import (
    Fields,
    as_rows,
    model_and_pk,
    rows_of,
    without_lost_links,
    write_new,
)

SUFFIX = " (copy)"  # of a name that nobody has chosen yet


def names_of(model: type[Draftable]) -> "list[Field[Any, Any]]":
    """Return the texts of which no two records have the same: a copy needs its own."""
    return [field for field in _unique(model) if not field.is_relation]


@transaction.atomic
def copy[Record: Draftable](
    record: Record, names: Fields, may_add: Callable[[type[Model]], bool]
) -> Record:
    """Return a new record with the fields and parts of another as its form shows them.

    So with its draft in it. Parts that the person may not add stay behind, as do links to one
    record alone, such as a footprint's honey. Raises IntegrityError when a name is taken.
    """
    rows, draft = rows_of(record), draft_of(record)
    if draft:
        rows = changes_in(draft).on(rows)
    [key] = as_rows([record])
    left_out = record.NOT_COPIED | {field.name for field in _unique(type(record))}
    own = without_lost_links(type(record), rows.pop(key))
    reason = gettext("Copied from %(record)s") % {"record": record}
    fields = {name: value for name, value in own.items() if name not in left_out} | names
    made: Record = write_new(type(record), fields, reason)
    for key, part in rows.items():
        model: Any = model_and_pk(key)[0]
        kept = without_lost_links(model, part)
        if issubclass(model, Part) and len(kept) == len(part) and may_add(model):
            copy_part(model, kept, made, reason)
    return made


def copy_part(part: type[Part], fields: Fields, to: Versioned, reason: str = "") -> None:
    """Write a part of another record as a part of this one, without what is true there alone."""
    own = {name: value for name, value in fields.items() if name not in part.NOT_COPIED}
    write_new(part, own | {part.PART_OF: to.pk}, reason)


def _unique(model: type[Model]) -> "list[Field[Any, Any]]":
    return [
        field for field in model._meta.concrete_fields if field.unique and not field.primary_key
    ]
