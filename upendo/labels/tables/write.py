"""Writes what the rows of a table make of codes, once all of them are in order."""

from collections.abc import Sequence
from itertools import batched

from django.contrib.auth.models import User
from django.utils import timezone

from upendo.catalogue.models import Jar, PrintRun
from upendo.editing.bulk import keep_states
from upendo.editing.states.rows import Fields
from upendo.labels.make_codes import keep_together
from upendo.labels.tables.check import CheckedRow, Outcome, seen_of
from upendo.labels.tables.printed_codes import NOTE, keep_as_drafts

ROWS_A_QUERY = 1000


class ChangedMeanwhileError(Exception):
    """A code is not any more as the check saw it."""


def write(rows: Sequence[CheckedRow], author: User | None) -> PrintRun | None:
    """Write all rows, and return the print run of the codes that are new, if there are any.

    The caller's transaction makes it all or nothing. Raises ChangedMeanwhileError, and
    DatabaseError when somebody makes the same codes in this moment.
    """
    changed = [row for row in rows if row.outcome == Outcome.CHANGED]
    for some in batched(sorted(changed, key=_key), ROWS_A_QUERY, strict=False):
        _change(some, author)
    new = [Jar(**row.values) for row in rows if row.outcome == Outcome.NEW]
    return keep_together(new, author) if new else None


def _key(row: CheckedRow) -> int:
    return row.pk or 0


def _change(rows: Sequence[CheckedRow], author: User | None) -> None:
    pairs = list(zip(_locked(rows), rows, strict=True))
    keep_as_drafts({jar.pk: _changed(row) for jar, row in pairs if jar.is_printed}, author)
    drafts = [jar for jar, _ in pairs if not jar.is_printed]
    for jar, row in pairs:
        for attribute, value in row.values.items():
            setattr(jar, attribute, value)
        jar.updated_at = timezone.now()  # which Django does not set when it saves in bulk
    # One statement for all: it writes the rows that are there already, which are locked.
    Jar.objects.bulk_create(
        drafts,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[
            "code",
            "batch",
            "beekeeper",
            "retailer",
            "net_weight_grams",
            "updated_at",
        ],
    )
    keep_states(Jar, [jar.pk for jar in drafts], author, str(NOTE))


def _changed(row: CheckedRow) -> Fields:
    """Return the new values of a row by the names of their fields, as a draft has them."""
    new = {name: value for name, value in row.values.items() if value != row.seen[name]}
    return {Jar._meta.get_field(name).name: value for name, value in new.items()}


def _locked(rows: Sequence[CheckedRow]) -> list[Jar]:
    """Return the codes of these rows, which are sorted by them, locked against other changes."""
    keys = [_key(row) for row in rows]
    jars = list(Jar.objects.filter(pk__in=keys).order_by("pk").select_for_update())
    if [jar.pk for jar in jars] != keys:
        raise ChangedMeanwhileError
    if any(seen_of(jar, row.seen) != row.seen for jar, row in zip(jars, rows, strict=True)):
        raise ChangedMeanwhileError
    return jars
