"""The former states of a record and its parts, and the way back to any of them.

One revision is what one transaction changed: a record, its parts, or both.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, groupby
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, Model, OuterRef
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.editing.models import Part, Versioned
from upendo.editing.states.differences import Difference, differences
from upendo.editing.states.rows import (
    Changes,
    Rows,
    as_rows,
    changes,
    model_and_pk,
    parts_of,
    rows_of,
)

AS_IT_WAS = _("as it was")


@dataclass(frozen=True)
class Revision:
    """A record as somebody left it."""

    at: datetime
    author: User | None
    reason: str
    rows: Rows
    differences: list[Difference]


def revisions_of(model: type[Versioned], pk: int) -> list[Revision]:
    """Return the states of a record, which may be deleted by now, the newest first."""
    found: list[Revision] = []
    rows: Rows = {}
    for began, group in groupby(_former_rows(model, pk), key=lambda former: former.revision):
        before, written = rows, list(group)
        rows = _after(rows, written)
        if rows != before:
            found.append(
                Revision(
                    at=began,
                    author=next((row.history_user for row in written if row.history_user), None),
                    reason=next((row.history_change_reason for row in written), "") or "",
                    rows=rows,
                    differences=differences(before, rows) if before else [],
                )
            )
    return found[::-1]


def snapshot(record: Versioned) -> None:
    """Keep the present rows of which no state is kept: those that were written in bulk."""
    models: list[Any] = [type(record), *parts_of(type(record))]
    for model in models:
        key = {model.PART_OF: record.pk} if issubclass(model, Part) else {"pk": record.pk}
        known = model.history.filter(id=OuterRef("pk"))
        unknown = list(model._default_manager.filter(~Exists(known), **key))
        for row in unknown:
            row._history_user = None  # nobody knows who
        model.history.bulk_history_create(
            unknown,
            default_date=record.updated_at,
            default_change_reason=AS_IT_WAS,
            custom_historical_attrs={"revision": record.updated_at},
        )


def restore(
    model: type[Versioned], pk: int, at: datetime, permitted: Callable[[Changes], Changes]
) -> None:
    """Bring a record and its parts back to a revision, which is a new revision in turn.

    Of the way back, only what is permitted is written. Raises LookupError when there is no such
    revision, and ValidationError, with nothing changed, when it has a text that a check blocks by
    now.
    """
    with transaction.atomic():
        record = model._default_manager.select_for_update(of=("self",)).filter(pk=pk).first()
        if record:
            snapshot(record)
        target = next((found for found in revisions_of(model, pk) if found.at == at), None)
        if target is None:
            raise LookupError(f"no revision of {model._meta.label} {pk} at {at}")
        way_back = changes(rows_of(record) if record else {}, target.rows)
        way_back = permitted(_without_kept_fields(way_back))
        way_back.apply(
            reason=gettext("Back to how it was on %(at)s") % {"at": f"{at:%d %B %Y, %H:%M}"}
        )
        if blocked := way_back.refused_texts():
            raise ValidationError(blocked)


def _former_rows(model: type[Versioned], pk: int) -> Iterator[Any]:
    kept: Any = model
    rows = [kept.history.filter(id=pk).select_related("history_user")]
    for part in parts_of(model):
        kept = part
        rows.append(kept.history.filter(**{part.PART_OF: pk}).select_related("history_user"))
    # Whoever writes a record locks it: in the order of time, no two transactions are mixed.
    return iter(sorted(chain(*rows), key=lambda row: row.history_date))


def _after(rows: Rows, written: list[Any]) -> Rows:
    rows = dict(rows)
    for former in written:
        instance: Model = former.instance
        for key, fields in as_rows([instance]).items():
            rows.pop(key, None)
            if former.history_type != "-":
                rows[key] = fields
    return rows


def _without_kept_fields(found: Changes) -> Changes:
    changed = {
        key: {name: value for name, value in fields.items() if name not in _kept(key)}
        for key, fields in found.changed.items()
    }
    return Changes(changed, found.added, found.removed)


def _kept(key: str) -> frozenset[str]:
    model, _ = model_and_pk(key)
    return model.KEPT_FIELDS if issubclass(model, Versioned) else frozenset()
