"""Workbooks that are damaged, or say more than they hold: read, or refused in words, and soon."""

import io
import time
import zipfile
from collections.abc import Callable
from datetime import date

import openpyxl
import pytest
from openpyxl.chart import BarChart

from upendo.labels.tables.reading import SpreadsheetError
from upendo.labels.tables.tests.files import table_here

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"


def book(fill: Callable[[openpyxl.Workbook], None] = lambda _: None) -> bytes:
    made, file = openpyxl.Workbook(), io.BytesIO()
    made.active.append(["code", "batch"])
    made.active.append(["AAA", "L1"])
    fill(made)
    made.save(file)
    return file.getvalue()


def mended(part: str, mend: Callable[[bytes], bytes]) -> bytes:
    """Return a workbook of which one part is different."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as old, zipfile.ZipFile(file, "w", 8) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, mend(content) if name == part else content)
    return file.getvalue()


def sheet(rows: str) -> bytes:
    return mended(SHEET, lambda _: f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode())


def chart_first(made: openpyxl.Workbook) -> None:
    made.create_chartsheet("Chart", 0).add_chart(BarChart())


CELL = '<c t="inlineStr"><is><t>code</t></is></c>'


@pytest.mark.parametrize(
    "content",
    [
        book(),
        book(chart_first),
        mended(STYLES, lambda old: old.replace(b"<fills", b"<fills><fill/></fills><fills")),
        mended(SHEET, lambda old: old.replace(b'ref="A1:B2"', b'ref="A1:XFD2000000000"')),
    ],
    ids=["plain", "chart sheet first", "empty fill", "dimension"],
)
def test_the_first_sheet_with_cells_is_read(content: bytes) -> None:
    assert list(table_here(content)) == [(2, {"code": "AAA", "batch": "L1"})]


def damaged(content: bytes) -> bytes:
    middle = content.index(b"sheet1.xml") + 60
    return content[:middle] + bytes(40) + content[middle + 40 :]


def flagged(content: bytes, at: int, value: int) -> bytes:
    """Return an archive with another value at a place of each of its headers."""
    changed = bytearray(content)
    for mark, offset in ((b"PK\x03\x04", at), (b"PK\x01\x02", at + 2)):
        found = content.find(mark)
        while found >= 0:
            changed[found + offset] = value
            found = content.find(mark, found + 1)
    return bytes(changed)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (damaged(book()), "cannot be read"),
        (flagged(book(), 6, 1), "cannot be read"),
        (flagged(book(), 8, 77), "cannot be read"),
        (mended(SHEET, lambda old: old[:-40]), "cannot be read"),
        (mended("xl/workbook.xml", lambda _: b"<workbook>&"), "cannot be read"),
        (mended("xl/workbook.xml", lambda _: b"<workbook/>"), "no sheet with cells"),
        (mended(SHEET, lambda _: b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "cannot be read"),
        (mended(SHEET, lambda _: b" " * 50_000_000), "too large"),
        (mended(SHEET, lambda _: b"<a>" + b"<b/>" * 1_500_001), "too large"),
        (sheet(f'<row r="1">{CELL}</row><row r="2000000000">{CELL}</row>'), "no spreadsheet has"),
        (
            sheet(f"<row>{CELL}{CELL.replace('<c', '<c r=' + chr(34) + 'XFD1' + chr(34))}</row>"),
            "100 columns",
        ),
        (
            sheet(f"<row><c t='inlineStr'><is><t>{'a' * 40_000}</t></is></c></row>"),
            "too long a text",
        ),
        (sheet("<row><c t='s'><v>7</v></c></row>"), "cannot be read"),
        (sheet(f"<row>{CELL}</row><row><c><v>{'9' * 9000}</v></c></row>"), "cannot be read"),
        (b"code," * 101 + b"\n", "101 columns"),
        (b"code," * 1_000_000 + b"\n" + b"a\n" * 9000, "1,000,000 columns"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_is_refused_in_words_and_soon(content: bytes, message: str) -> None:
    begin = time.process_time()
    with pytest.raises(SpreadsheetError, match=message):
        list(table_here(content))
    assert time.process_time() - begin < 5


def test_a_date_stays_one_and_is_no_number() -> None:
    table = table_here(book(lambda made: made.active.append([date(2026, 3, 26), 500.0])))
    assert list(table)[1].cells == {"code": "2026-03-26", "batch": "500"}


def test_lines_keep_their_numbers_over_a_gap() -> None:
    content = sheet(f'<row r="1">{CELL}</row><row r="1048576">{CELL}</row>')
    assert list(table_here(content)) == [(1_048_576, {"code": "code"})]
