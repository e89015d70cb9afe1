"""The check and the import of a table of codes."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext

from upendo.catalogue.models import Jar, PrintRun
from upendo.editing.bulk import keep_states
from upendo.labels.make_codes import keep_together
from upendo.labels.tables.check import CheckedRow, Outcome, check_rows
from upendo.labels.tables.columns import jar_columns
from upendo.labels.tables.plain import Table, plain_table
from upendo.labels.tables.printed_codes import NOTE, keep_as_drafts
from upendo.labels.tables.reading import SpreadsheetError
from upendo.labels.tables.report import Report
from upendo.web.apart import apart

logger = logging.getLogger(__name__)


class ImportConflictError(Exception):
    """Somebody changed the same codes during an import; nothing was imported."""


@dataclass(frozen=True)
class Imported:
    """What an import did, and the print run of the codes that are new."""

    report: Report
    print_run: PrintRun | None


def read_table(content: bytes) -> Table:
    """Return the rows of a file, read in a process of its own.

    Raises ValidationError, a SpreadsheetError for what is no table of codes.
    """
    known = [column.heading for column in jar_columns()]
    return apart(partial(plain_table, known=known), BytesIO(content))


def check_table(table: Table) -> Report:
    """Return what an import would do. Raises SpreadsheetError for a table without rows."""
    report = Report()
    for rows in check_rows(table):
        report.add(rows)
    if not report.total:
        raise SpreadsheetError(gettext("There are no rows below the headings."))
    report.notes = table.notes
    return report


def import_table(table: Table, author: User | None = None) -> Imported:
    """Import all rows, or none when one of them is to be mended, and return what was done.

    Raises ImportConflictError.
    """
    report = Report()
    new: list[Jar] = []
    run: PrintRun | None = None
    try:
        with transaction.atomic():
            for rows in check_rows(table):
                report.add(rows)
                new += [row.jar for row in rows if row.jar and row.outcome == Outcome.NEW]
                if report.is_in_order:
                    _save_changes(rows, author)
            if not report.is_in_order:
                transaction.set_rollback(True)
            elif new:
                run = keep_together(new, author)
    except DatabaseError as error:
        logger.warning("The database refused an import.", exc_info=True)
        raise ImportConflictError(
            gettext("Somebody changed these codes at the same time. Check the table again.")
        ) from error
    return Imported(report, run)


def _save_changes(rows: Sequence[CheckedRow], author: User | None) -> None:
    changed = [row.jar for row in rows if row.jar and row.outcome == Outcome.CHANGED]
    keep_as_drafts([jar for jar in changed if jar.is_printed], author)
    _change([jar for jar in changed if not jar.is_printed], author)


def _change(drafts: Sequence[Jar], author: User | None) -> None:
    """Save changed codes that nobody sees yet, with their history."""
    for jar in drafts:
        jar.updated_at = timezone.now()  # which Django does not set when it saves in bulk
    Jar.objects.bulk_update(
        drafts, ["code", "batch", "beekeeper", "retailer", "net_weight_grams", "updated_at"]
    )
    keep_states(Jar, [jar.pk for jar in drafts], author, str(NOTE))
