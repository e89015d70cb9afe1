"""Reads CSV in any spreadsheet's dialect."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext

from upendo.labels.tables.cells import Kept, NotText
from upendo.labels.tables.reading import Reading, SpreadsheetError

DELIMITERS = ",;\t"
LINE_END = re.compile(r"\r\n?|\n")
# How people have a spreadsheet keep zeros at the front: a formula that is a text.
TEXT_AS_FORMULA = re.compile(r'="([^"]*)"')


def csv_readings(content: bytes) -> list[Reading]:
    """Return what a file may mean, by which sign stands between its cells; the likeliest first.

    Raises SpreadsheetError, as reading on does.
    """
    text = _decode(content).lstrip("\ufeff")
    first, *rest = LINE_END.split(text.lstrip(), maxsplit=1)
    if first.lower().startswith("sep="):  # Excel's own way of naming the delimiter
        return [_reading(rest[0] if rest else "", first[4:5] or "\t")]
    likeliest = sorted(DELIMITERS, key=first.count, reverse=True)
    return [_reading(text, delimiter) for delimiter in likeliest]


def _reading(text: str, delimiter: str) -> Reading:
    return Reading("", enumerate(_lines(text, delimiter), start=1))


def _lines(text: str, delimiter: str) -> Iterator[list[Any]]:
    number = 0
    try:
        # Strict: else a quotation mark that nobody closes makes one cell of all that follows.
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            number += 1
            if len(cells) == 1 and not cells[0].strip(DELIMITERS):
                yield [""]  # an empty row, of a file with another delimiter
            else:
                yield [_calculated(cell) for cell in cells]
    except csv.Error as error:
        raise SpreadsheetError(
            gettext(
                "Line %(line)d cannot be read as CSV: a quotation mark begins a cell and does not "
                "end it, or a cell is too long. Mend it, or save the table as .xlsx from the "
                "spreadsheet."
            )
            % {"line": number + 1}
        ) from error


def _calculated(cell: str) -> str:
    if text := TEXT_AS_FORMULA.fullmatch(cell):
        return text[1]
    return NotText(cell, Kept.FORMULA) if cell.startswith("=") else cell


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
        raise SpreadsheetError(gettext("This is no table. Send a .csv or an .xlsx file."))
    raise SpreadsheetError(
        gettext("The letters of this file cannot be read. Save it as .xlsx, or as “CSV UTF-8”.")
    )
