"""The way of a table of codes: kept, read, checked some rows at a time, imported as a whole.

Whoever looks at a table's page has it go on, and so does the courier's round, for those who have
closed it. Nothing is written before the import, which is one transaction.
"""

import logging
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from itertools import batched
from uuid import UUID

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext

from upendo.catalogue.models import ImportFile
from upendo.labels.tables.check import Check, CheckedRow, Outcome
from upendo.labels.tables.columns import jar_columns
from upendo.labels.tables.plain import Row, Table, plain_table
from upendo.labels.tables.report import Report
from upendo.labels.tables.write import ChangedMeanwhileError, write
from upendo.web.apart import BUSY, apart

SECONDS_A_REQUEST = 5  # of work, less than a host waits for
SECONDS_A_ROUND = 20  # of the courier's work for tables whose pages are closed
SECONDS_A_PART = 2  # of checking, before it is kept how far it is
ROWS_A_QUERY = 500

logger = logging.getLogger(__name__)


def go_on(key: UUID, seconds: float = SECONDS_A_REQUEST) -> None:
    """Go on with a table for some seconds.

    Nothing happens while another request does so, nor when a table waits for somebody's wish.
    """
    end = time.monotonic() + seconds
    while _next_part(key) and time.monotonic() < end:
        pass


def go_on_with_all() -> None:
    """Go on with the tables that nobody looks at, and forget those that are a day old."""
    ImportFile.objects.forgotten().delete()
    for key in ImportFile.objects.unfinished().values_list("key", flat=True):
        go_on(key, SECONDS_A_ROUND)


def want(key: UUID, person: User | None) -> None:
    """Have a table imported that is checked and in order: once, however often somebody asks."""
    with transaction.atomic():
        file = ImportFile.objects.light().select_for_update().filter(key=key).first()
        if file and is_in_order(file) and not file.wanted_at:
            file.wanted_at, file.asked_by = timezone.now(), person
            file.save(update_fields=["wanted_at", "asked_by"])


def discard(key: UUID) -> None:
    """Forget a table, and whatever it waits for; one that is imported stays."""
    with transaction.atomic():
        waiting = ImportFile.objects.filter(key=key, imported_at=None)
        ImportFile.objects.filter(
            key__in=list(waiting.select_for_update().values_list("key", flat=True))
        ).delete()


def is_in_order(file: ImportFile) -> bool:
    """Whether a table is checked and no row of it is to be mended."""
    return file.is_checked and not (file.totals or {}).get(Outcome.TO_BE_MENDED)


def report_of(file: ImportFile) -> Report:
    """Return what becomes of the rows that are checked."""
    return Report([CheckedRow.from_json(row) for row in file.checked or []], file.notes or [])


def read_table(content: bytes) -> Table:
    """Return the rows of a file, read in a process of its own.

    Raises ValidationError, a SpreadsheetError for what is no table of codes.
    """
    known = [column.heading for column in jar_columns()]
    return apart(partial(plain_table, known=known), BytesIO(content))


def keep_rows(file: ImportFile, table: Table) -> None:
    """Keep with a file what was read of it."""
    file.rows = [row.as_json for row in table]
    file.number, file.notes = len(file.rows), table.notes
    if not file.rows:
        file.refusal = gettext("There are no rows below the headings.")
    file.save(update_fields=["rows", "number", "notes", "refusal"])


def _next_part(key: UUID) -> bool:
    """Do the next thing that is to be done with a table. Returns False if there is none now."""
    with transaction.atomic():
        waiting = ImportFile.objects.unfinished().defer("content").filter(key=key)
        file = waiting.select_for_update(skip_locked=True).first()
        return file is not None and _step_of(file)(file)


def _step_of(file: ImportFile) -> Callable[[ImportFile], bool]:
    if not file.number:
        return _read
    return _import if file.is_checked else _check


def _read(file: ImportFile) -> bool:
    try:
        table = read_table(bytes(file.content))
    except ValidationError as error:
        if error.code == BUSY:
            return False
        _refuse(file, " ".join(error.messages))
    except RuntimeError:
        logger.exception("A table could not be read.")
        _refuse(file, gettext("This table cannot be read. Save it again as .xlsx or as CSV."))
    else:
        keep_rows(file, table)
    return True


def _refuse(file: ImportFile, why: str) -> None:
    file.refusal = why
    file.save(update_fields=["refusal"])


def _check(file: ImportFile) -> bool:
    end = time.monotonic() + SECONDS_A_PART
    checked = list(report_of(file).rows)
    check = Check(checked)
    rows = [Row.from_json(*row) for row in (file.rows or [])[file.done :]]
    for some in batched(rows, ROWS_A_QUERY, strict=False):
        checked += check.rows(some)
        if time.monotonic() > end:
            break
    file.checked, file.done = [row.as_json for row in checked], len(checked)
    if file.is_checked:
        report = Report(checked)
        file.report, file.totals = report.as_csv, report.totals
    file.save(update_fields=["checked", "done", "report", "totals"])
    return True


def _import(file: ImportFile) -> bool:
    try:
        with transaction.atomic():
            file.print_run = write(report_of(file).rows, file.asked_by)
            connection.check_constraints()  # while it can be told which table breaks them
    except (ChangedMeanwhileError, DatabaseError):
        logger.warning("A table was checked again instead of imported.", exc_info=True)
        _begin_again(file)
    else:
        file.imported_at = timezone.now()
        file.save(update_fields=["imported_at", "print_run"])
    return True


def _begin_again(file: ImportFile) -> None:
    """Have a table checked anew, since the codes have changed."""
    file.wanted_at = None
    file.done, file.checked, file.totals, file.report = 0, None, {}, ""
    note = gettext(
        "Nothing was imported: the codes have changed since the table was checked. It is checked "
        "again; look at it once more."
    )
    file.notes = [note, *(each for each in file.notes or [] if each != note)]
    file.save(update_fields=["wanted_at", "done", "checked", "totals", "report", "notes"])
