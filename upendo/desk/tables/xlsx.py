"""Writes workbooks as a stream: the first bytes are there at once, and no file is ever whole here.

A workbook is a ZIP archive of a few parts in XML (ECMA-376, part 1). Only what a table needs is
written: cells with texts and whole numbers, no styles.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import batched, chain
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.utils import get_column_letter

type Cell = str | int | None

ROWS_A_PIECE = 500
LAST_ROW = 2**20  # Excel's own
FAST = 1  # zlib's level: the processor is dearer here than the size
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# What Excel takes for a character that XML cannot have (ECMA-376, part 1, 22.9.2.19).
ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


class _Sink:
    """What the archive is written to: bytes that wait to be sent, and cannot be gone back to."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def write(self, data: bytes, /) -> int:
        self._waiting += data
        return len(data)

    def flush(self) -> None:
        """Do nothing, as `close` does: ZipFile wants both to be there."""

    def close(self) -> None:
        """Do nothing."""

    def take(self) -> bytes:
        taken = bytes(self._waiting)
        self._waiting.clear()
        return taken


def xlsx_pieces(
    headings: Sequence[str], rows: Iterable[Sequence[Cell]], rows_a_sheet: int = LAST_ROW - 1
) -> Iterator[bytes]:
    """Yield a workbook piece by piece; what one sheet cannot hold stands on the next."""
    sink, sheets, left = _Sink(), 0, iter(rows)
    with ZipFile(sink, "w", ZIP_DEFLATED, compresslevel=FAST) as archive:
        first: Sequence[Cell] | None = next(left, None)
        while first is not None or not sheets:
            sheets += 1
            own = _up_to(rows_a_sheet, chain([first] if first is not None else [], left))
            with archive.open(f"xl/worksheets/sheet{sheets}.xml", "w") as sheet:
                sheet.write(f'{XML}<worksheet xmlns="{MAIN}"><sheetData>'.encode())
                numbered = enumerate(chain([headings], own), start=1)
                for piece in batched(numbered, ROWS_A_PIECE, strict=False):
                    sheet.write("".join(_row(line, cells) for line, cells in piece).encode())
                    yield sink.take()
                sheet.write(b"</sheetData></worksheet>")
            first = next(left, None)
        for name, text in _frame(sheets).items():
            archive.writestr(name, XML + text)
    yield sink.take()


def _up_to[T](most: int, items: Iterator[T]) -> Iterator[T]:
    """Yield some items and take no more than these."""
    for _, item in zip(range(most), items, strict=False):
        yield item


def _row(line: int, cells: Sequence[Cell]) -> str:
    written = (_cell(f"{get_column_letter(n)}{line}", cell) for n, cell in enumerate(cells, 1))
    return f'<row r="{line}">{"".join(written)}</row>'


def _cell(place: str, cell: Cell) -> str:
    if cell is None or cell == "":
        return ""
    if isinstance(cell, int):
        return f'<c r="{place}"><v>{cell}</v></c>'
    # A text of this kind is never a formula.
    written = ESCAPE.sub("_x005F_", NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", cell))
    text = escape(written)
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _frame(sheets: int) -> dict[str, str]:
    """Return the parts that make a workbook of its sheets."""
    numbers = range(1, sheets + 1)
    names = "".join(f'<sheet name="Table {n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    targets = [(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    kinds = [("/xl/workbook.xml", "sheet.main")]
    kinds += [(f"/xl/worksheets/sheet{n}.xml", "worksheet") for n in numbers]
    types = "".join(
        f'<Override PartName="{part}" ContentType="{KIND}.{kind}+xml"/>' for part, kind in kinds
    )
    return {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(targets),
        "_rels/.rels": _relations([("rId1", "officeDocument", "xl/workbook.xml")]),
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{types}</Types>",
    }


def _relations(targets: Iterable[tuple[str, str, str]]) -> str:
    each = (
        f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for id_, kind, target in targets
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'
