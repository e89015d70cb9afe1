import io
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upendo.desk.tables.csv_lines import csv_lines
from upendo.desk.tables.xlsx import ROWS_A_PIECE, Cell, xlsx_pieces
from upendo.labels.tables import spreadsheets, workbooks
from upendo.labels.tables.reading import SpreadsheetError
from upendo.labels.tables.tests.files import table_here

BEEKEEPER = "Müller, Anaïs"


def xlsx(*rows: list[object]) -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        'code,beekeeper\nPUREJOY,"Müller, Anaïs"\n'.encode(),
        '\ufeffcode,beekeeper\r\nPUREJOY,"Müller, Anaïs"\r\n'.encode(),
        "code;beekeeper\r\nPUREJOY;Müller, Anaïs\r\n".encode("cp1252"),
        "sep=;\r\nCode;Beekeeper\r\nPUREJOY;Müller, Anaïs".encode("utf-8-sig"),
        "code\tbeekeeper\r\nPUREJOY\tMüller, Anaïs\r\n".encode("utf-16"),
        xlsx(["code", "beekeeper"], ["PUREJOY", "Müller, Anaïs"]),
    ],
    ids=["utf-8", "byte order mark", "German Excel", "sep line", "Unicode text", "xlsx"],
)
def test_a_table_is_read_whatever_program_wrote_it(content: bytes) -> None:
    table = table_here(content)
    assert table.headings == ["code", "beekeeper"]
    assert [row.cells for row in table] == [{"code": "PUREJOY", "beekeeper": BEEKEEPER}]


def test_empty_lines_are_left_out_and_the_others_keep_their_numbers() -> None:
    assert list(table_here(b"code,batch\n,\nAAA,LOT\n\nBBB\n")) == [
        (3, {"code": "AAA", "batch": "LOT"}),
        (5, {"code": "BBB", "batch": ""}),
    ]


def test_a_number_in_a_cell_is_read_as_it_is_seen() -> None:
    table = table_here(xlsx(["id", "net weight g"], [7, 500.0]))
    assert [row.cells for row in table] == [{"id": "7", "net weight g": "500"}]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"\n,,\n", "is empty"),
        (b"PK\x03\x04 broken", "cannot be read"),
        (b"\x00\x01\x02", "no table"),
        (b"code,batch\nA,B,C\n", "Column C has no heading, but “C” stands there on line 2"),
        (b"code\n" + b"A\n" * 10_001, "more than 10,000 rows"),
        (b"x" * (spreadsheets.MOST_BYTES + 1), "larger than 5 MB"),
    ],
)
def test_what_is_no_table_is_refused_in_words(content: bytes, message: str) -> None:
    with pytest.raises(SpreadsheetError, match=message):
        list(table_here(content))


def test_a_workbook_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_UNZIPPED_BYTES", 1000)
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", " " * 5000)
    with pytest.raises(SpreadsheetError, match="too large"):
        table_here(file.getvalue())


def test_what_looks_like_an_escape_stays_what_it_is() -> None:
    rows: list[list[Cell]] = [["_x0041_", "_x_"], ["A_x005F_x0041_", ""]]
    content = b"".join(xlsx_pieces(["a", "b"], rows))
    assert [list(row.cells.values()) for row in table_here(content)] == rows


FORMULA = '=HYPERLINK("http://evil.example","win")'


def test_no_exported_text_is_a_formula() -> None:
    rows: list[list[Cell]] = [[FORMULA, "+1", "-1", "@x", -1]]
    line = list(csv_lines(["a", "b", "c", "d", "e"], rows))[1]
    assert line == '"\'=HYPERLINK(""http://evil.example"",""win"")",\'+1,\'-1,\'@x,-1\r\n'
    book = openpyxl.load_workbook(io.BytesIO(b"".join(xlsx_pieces(["a"], [[FORMULA]]))))
    cell = book.worksheets[0]["A2"]
    assert (cell.data_type, cell.value) == ("s", FORMULA)


@settings(deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1), max_size=4))
def test_what_is_exported_is_imported_again(texts: list[str]) -> None:
    rows: list[list[Cell]] = [[text, "end"] for text in texts]
    headings = ["text", "more"]
    for content in (
        "".join(csv_lines(headings, rows)).encode(),
        b"".join(xlsx_pieces(headings, rows)),
    ):
        assert [row.cells["text"] for row in table_here(content)] == texts


def test_a_workbook_is_sent_while_its_rows_are_read() -> None:
    read: list[int] = []
    rows = ([read.append(n) or n] for n in range(100_000))  # type: ignore[func-returns-value]
    largest = 0
    for sent, piece in enumerate(xlsx_pieces(["n"], rows)):
        largest = max(largest, len(piece))
        assert len(read) <= (sent + 1) * ROWS_A_PIECE
    assert len(read) == 100_000
    assert largest < 64 * 1024


def test_what_a_sheet_cannot_hold_stands_on_the_next() -> None:
    rows: list[list[Cell]] = [[n, f"<{n}>", None] for n in range(5)]
    content = b"".join(xlsx_pieces(["n", "text", "none"], rows, rows_a_sheet=2))
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheets = [[[cell.value for cell in row] for row in sheet.rows] for sheet in book.worksheets]
    assert [sheet[0][:2] for sheet in sheets] == [["n", "text"]] * 3
    assert [row[:2] for sheet in sheets for row in sheet[1:]] == [row[:2] for row in rows]
