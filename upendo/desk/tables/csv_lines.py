"""Writes tables as CSV, line by line, so that a million rows take no more memory than ten."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from upendo.desk.tables.xlsx import Cell

# A spreadsheet takes a cell that begins with one of these for a formula, and runs it.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def csv_line(cells: Iterable[Cell]) -> str:
    """Return one line of a CSV file, in which no text is a formula."""
    line = io.StringIO(newline="")
    csv.writer(line).writerow([_harmless(cell) for cell in cells])
    return line.getvalue()


def csv_lines(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Yield a CSV file line by line; with a byte order mark, by which Excel knows UTF-8."""
    yield "\ufeff" + csv_line(headings)
    for row in rows:
        yield csv_line(row)


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS) else cell
