"""Files as people have them, made here."""

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl


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
