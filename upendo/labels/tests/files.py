"""Files as people have them, made here."""

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl

from upendo.labels.tables.columns import jar_columns
from upendo.labels.tables.plain import Table, plain_table
from upendo.labels.tables.spreadsheets import TableFile


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


def table_here(content: bytes) -> Table:
    """Return a table of any columns, with the headings on its first line."""
    file = TableFile(content)
    return Table(file.headings, list(file), file.notes)
