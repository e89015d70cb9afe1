"""Tables as people send them: CSV in any spreadsheet's dialect, and XLSX.

Rows are read one by one, so that a million take no more memory than ten.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from upendo.desk.tables.csv_lines import FORMULA_SIGNS
from upendo.labels.tables.workbook_parts import MOST_COLUMNS, SpreadsheetError
from upendo.labels.tables.workbooks import workbook_lines

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 10_000
DELIMITERS = ";,\t"

type Lines = Iterable[tuple[int, Sequence[Any]]]


class Row(NamedTuple):
    """The line that a row stands on, and its cells as text by their headings."""

    line: int
    cells: dict[str, str]


class Table:
    """The first sheet of a file: its headings in lower case, and its rows that are not empty.

    Iterating reads on in the file, so it gives each row once. This and iterating raise
    SpreadsheetError for a file that is too large or no table.
    """

    def __init__(self, content: bytes) -> None:
        if len(content) > MOST_BYTES:
            raise SpreadsheetError("This file is larger than 5 MB. Import it in parts.")
        lines: Lines = (
            workbook_lines(content)
            if content.startswith(b"PK")
            else enumerate(_csv_lines(content), start=1)
        )
        self._lines = _in_words(lines)
        first = next(self._lines, None)
        if first is None:
            raise SpreadsheetError("This file is empty. Its first line names the columns.")
        if len(first[1]) > MOST_COLUMNS:
            raise SpreadsheetError(
                f"This table has {len(first[1]):,} columns. Keep only those of a table of codes."
            )
        self.headings = [heading.lower() for heading in first[1]]

    def __iter__(self) -> Iterator[Row]:
        for number, (line, cells) in enumerate(self._lines, start=1):
            if len(cells) > len(self.headings):
                raise SpreadsheetError(
                    f"Line {line} has more cells than there are headings. In a CSV file, put "
                    "quotes around a text that has a comma in it."
                )
            if number > MOST_ROWS:
                raise SpreadsheetError(
                    f"This file has more than {MOST_ROWS:,} rows. Import it in parts."
                )
            yield Row(line, dict(zip_longest(self.headings, cells, fillvalue="")))


def _text(cell: Any) -> str:
    """Return a cell as somebody sees it: 500 and not 500.0, no apostrophe that guards a text."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell).strip()
    return text[1:] if text.startswith(tuple(f"'{sign}" for sign in FORMULA_SIGNS)) else text


def _in_words(lines: Lines) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines that are not empty, as text and without empty cells at the end."""
    for line, cells in lines:
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield line, texts


def _csv_lines(content: bytes) -> Iterator[list[str]]:
    text = _decode(content)
    first, _, rest = text.lstrip().partition("\n")
    if first.lower().startswith("sep="):  # Excel's own way of naming the delimiter
        first, text = rest.partition("\n")[0], rest
    try:
        yield from csv.reader(
            io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=first.count)
        )
    except csv.Error as error:
        raise SpreadsheetError(
            "This file cannot be read as CSV. Save it from the spreadsheet as .xlsx instead."
        ) from error


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]  # the second is Excel's in western Europe
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeError:
            continue
        if "\0" not in text:
            return text
    raise SpreadsheetError("This is no table. Send a .csv or an .xlsx file.")
