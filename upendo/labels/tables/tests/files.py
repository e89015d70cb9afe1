"""Files as people have them, made here."""

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
from django.contrib.auth.models import User

from upendo.catalogue.models import ImportFile
from upendo.labels.tables import imports
from upendo.labels.tables.columns import jar_columns
from upendo.labels.tables.plain import Table, plain_table
from upendo.labels.tables.report import Report
from upendo.labels.tables.spreadsheets import TableFile

LONG = 600  # seconds, for a busy machine


def workbook(
    *rows: Sequence[Any], then: Callable[[openpyxl.Workbook], None] = lambda _: None
) -> bytes:
    """Return an .xlsx file with these rows on its first sheet, changed by a last step."""
    made, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    then(made)
    made.save(file)
    return file.getvalue()


def csv_file(
    *rows: Sequence[Any], delimiter: str = ",", ending: str = "\r\n", encoding: str = "utf-8"
) -> bytes:
    """Return a CSV file in one of the dialects that there are."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=ending).writerows(rows)
    return file.getvalue().encode(encoding)


def read_here(content: bytes) -> Table:
    """Return a table of codes that was read in this process, which takes no time to begin."""
    return plain_table(io.BytesIO(content), [column.heading for column in jar_columns()])


def kept_here(content: bytes) -> ImportFile:
    """Keep a table as an upload does, read in this process."""
    file = ImportFile.objects.create(name="codes", content=content)
    imports.keep_rows(file, read_here(content))
    return file


def checked_here(content: bytes) -> Report:
    """Return what becomes of a table that is checked to the end."""
    file = kept_here(content)
    imports.go_on(file.key, LONG)
    return imports.report_of(ImportFile.objects.get(key=file.key))


def imported_here(content: bytes, person: User | None = None) -> ImportFile:
    """Check a table, want it imported, and return what became of it."""
    file = kept_here(content)
    imports.go_on(file.key, LONG)
    imports.want(file.key, person)
    imports.go_on(file.key, LONG)
    return ImportFile.objects.get(key=file.key)


def table_here(content: bytes) -> Table:
    """Return a table of any columns, with the headings on its first line."""
    file = TableFile(content)
    return Table(file.headings, list(file), file.notes)
