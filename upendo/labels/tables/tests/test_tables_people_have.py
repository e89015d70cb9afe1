"""Tables as people really have them: each is read rightly, or refused in words with its line."""

import csv
import io
import unicodedata
from datetime import date
from typing import Any

import pytest

from upendo.catalogue.models import Jar, PrintRun
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    JarFactory,
    RetailerFactory,
)
from upendo.labels.tables.reading import SpreadsheetError
from upendo.labels.tables.tests.files import checked_here, csv_file, imported_here, workbook

pytestmark = pytest.mark.django_db

HEADINGS = ["code", "batch", "beekeeper", "retailer"]
STORY = ["INY-26", "Aminé O'Neil", "Corner shop"]


@pytest.fixture(autouse=True)
def catalogue() -> None:
    """What the tables below name."""
    BatchFactory.create(lot="INY-26")
    BeekeeperFactory.create(name="Aminé O'Neil")
    RetailerFactory.create(name="Corner shop")


def words(content: bytes) -> list[str]:
    """Return what the check says about each row."""
    rows = csv.DictReader(io.StringIO(checked_here(content).as_csv))
    return [f"{row['line']} {row['result']}: {row['in words']}" for row in rows]


def imported(content: bytes) -> list[tuple[Any, ...]]:
    """Import a table, and return the codes that there are, with their stories."""
    imported_here(content)
    return list(
        Jar.objects.order_by("pk").values_list(
            "code", "batch__lot", "beekeeper__name", "retailer__name"
        )
    )


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        (10_000_000_000, "keeps “10000000000” as a number"),
        (1e10, "keeps “10000000000” as a number"),
        (2.5, "keeps “2.5” as a number"),
        (12, "drops zeros at the front"),
        (date(2026, 3, 12), "keeps “2026-03-12” as a date"),
        (True, "holds TRUE or FALSE, “TRUE”"),
        ('="MK"&"1"', "holds a formula without its result, “=\"MK\"&\"1\"”"),
        ("#REF!", "holds an error, “#REF!”"),
        ("AAA\nBBB", "is no code"),
        ("AAA, BBB", "is no code"),
        ("---", "is no code"),
        pytest.param("A" * 20_000, "AAAAA…”", id="very long"),
    ],
)  # fmt: skip
def test_a_cell_of_a_workbook_that_cannot_be_a_code_is_refused(cell: Any, message: str) -> None:
    (told,) = words(workbook(HEADINGS, [cell, *STORY]))
    assert told.startswith("2 To be mended: ")
    assert message in told
    assert len(told) < 400


@pytest.mark.parametrize(
    "cell",
    ["1E+10", "1,00E+10", "1.5E-3", "2.5", "12-Mar", "Mar-12", "12. Mrz", "12-mars-26",
     "2026-03-12", "12.03.2026", "3/12/2026", "#NAME?", "#BEZUG!", "########", "=A1&B1", "+7"],
)  # fmt: skip
def test_a_cell_of_a_csv_file_that_a_spreadsheet_has_changed_is_refused(cell: str) -> None:
    (told,) = words(csv_file(HEADINGS, [cell, *STORY]))
    assert told.startswith("2 To be mended: ")


@pytest.mark.parametrize(
    ("cell", "code"),
    [("1E10", "1E10"), ('="007"', "007"), ("mar12", "MAR12"), ("my-code 7", "MYCODE7"),
     ("https://honey.example/q/ABC7", "ABC7"), ("\u200bABC7\ufeff", "ABC7"), ("123", "123")],
)  # fmt: skip
def test_a_code_that_is_still_a_text_is_taken(cell: str, code: str) -> None:
    assert [row[0] for row in imported(csv_file(HEADINGS, [cell, *STORY]))] == [code]


def test_a_draft_never_loses_the_zeros_at_its_front() -> None:
    jar = JarFactory.create(code="0070", status="draft")
    assert "drops zeros" in words(csv_file(["id", "code"], [jar.pk, "70"]))[0]
    live = JarFactory.create(code="70700")
    assert "Unchanged" in words(workbook(["id", "code"], [live.pk, 70_700]))[0]


@pytest.mark.parametrize("row", [["A", "INY-26", "#N/A", ""], ["A", "=B2", STORY[1], ""]])
def test_what_is_lost_is_refused_in_every_column(row: list[str]) -> None:
    assert "Write what it should be." in words(csv_file(HEADINGS, row))[0]


def test_a_lot_that_became_a_date_is_told_so() -> None:
    (told,) = words(workbook(HEADINGS, ["A", date(2026, 7, 1), *STORY[1:]]))
    assert "keeps “2026-07-01” as a date" in told


def merged(*cells: str) -> Any:
    def merge(made: Any) -> None:
        for each in cells:
            made.active.merge_cells(each)

    return merge


def test_a_merged_cell_stands_on_every_line() -> None:
    rows = [[code, *STORY] for code in ("AAA", "BBB", "CCC", "DDD")]
    content = workbook(["Spring"], HEADINGS, *rows, then=merged("A1:D1", "B3:B6", "D3:D5"))
    assert imported(content) == [(code, *STORY) for code in ("AAA", "BBB", "CCC", "DDD")]
    run = PrintRun.objects.get()
    assert (run.number, str(run)) == (4, "4 codes for INY-26")


@pytest.mark.parametrize("above", [[["Spring"]], [["Spring", "", "draft"], [], ["Our codes"]]])
def test_the_headings_are_found_below_a_title(above: list[list[str]]) -> None:
    for content in (
        workbook(*above, HEADINGS, ["AAA", *STORY]),
        csv_file(*above, HEADINGS, ["AAA", *STORY], delimiter=";"),
    ):
        report = checked_here(content)
        assert (report.total, report.is_in_order) == (1, True)
        assert f"The headings stand on line {len(above) + 1}" in report.notes[0]


def test_headings_may_be_written_in_many_ways() -> None:
    headings = ["CODE", " Batch ", "bee\u00adkeeper", "Net\u00a0 weight\ng"]
    assert "New" in words(workbook(headings, ["AAA", *STORY[:2], 250]))[0]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([["code", "Code", "batch"], ["A", "B", "C"]], "stands twice: over column A and over col"),
        ([["", "code"], ["x", "A"]], "Column A has no heading, but “x” stands there on line 2"),
        ([["Readme"], ["Hello"]], "No line names the columns"),
        ([["code", "lot"], ["A", "L"]], "There is no column “lot”"),
    ],
)
def test_headings_that_cannot_be_meant_are_refused(rows: list[list[str]], message: str) -> None:
    for content in (csv_file(*rows), workbook(*rows)):
        with pytest.raises(SpreadsheetError, match=message):
            checked_here(content)


def test_a_column_that_is_wholly_empty_needs_no_heading() -> None:
    row = ["AAA", "", *STORY]
    assert "New" in words(csv_file(["code", "", *HEADINGS[1:], "", ""], [*row, "", ""]))[0]


@pytest.mark.parametrize(
    "name",
    ["Aminé\u00a0O'Neil", " Aminé  O'Neil ", unicodedata.normalize("NFD", "Aminé O'Neil"),
     "Aminé O\u2019Neil", "Aminé O\u02bcNeil", "Ami\u00adné\u200b O\u2032Neil\ufeff",
     "Aminé O`Neil", "\uff21miné O'Neil"],
)  # fmt: skip
def test_a_name_that_looks_the_same_is_the_same(name: str) -> None:
    content = csv_file(HEADINGS, ["AAA", "INY\u201126", name, "Corner\tshop"])
    assert imported(content) == [("AAA", *STORY)]


def test_of_two_names_that_look_the_same_one_must_be_meant_exactly() -> None:
    RetailerFactory.create(name="Corner\u00a0shop")
    told = words(csv_file(HEADINGS, ["AAA", *STORY], ["BBB", *STORY[:2], "Corner  shop"]))
    assert "New" in told[0]
    assert "More than one retailer is called “Corner  shop”" in told[1]


def test_the_sheet_with_the_headings_is_read_and_the_others_are_named() -> None:
    def sheets(made: Any) -> None:
        made.create_sheet("Hidden", 0).append(HEADINGS)
        made.create_sheet("Readme", 1).append(["Hello"])
        made.worksheets[0].sheet_state = "hidden"
        made.create_sheet("Empty")

    content = workbook(HEADINGS, ["AAA", *STORY], then=sheets)
    assert checked_here(content).notes == ["Only the sheet “Sheet” is imported, not “Readme”."]
    assert imported(content) == [("AAA", *STORY)]


def test_hidden_rows_are_imported_and_told() -> None:
    def hide(made: Any) -> None:
        made.active.row_dimensions[3].hidden = True
        made.active.auto_filter.ref = "A1:D3"
        made.active.protection.sheet = True

    content = workbook(HEADINGS, ["AAA", *STORY], ["BBB", *STORY], then=hide)
    report = checked_here(content)
    assert report.total == 2
    assert report.notes == ["1 row is hidden in the spreadsheet, and imported with the others."]


@pytest.mark.parametrize(
    ("delimiter", "ending", "encoding"),
    [
        (";", "\r", "utf-8-sig"),
        ("\t", "\r\n", "utf-16"),
        (",", "\n", "utf-8"),
        (";", "\r", "cp1252"),
    ],
)
def test_every_dialect_of_csv_is_read(delimiter: str, ending: str, encoding: str) -> None:
    rows = (HEADINGS, ["AAA", *STORY], ["BBB", *STORY])
    content = csv_file(*rows, delimiter=delimiter, ending=ending, encoding=encoding)
    assert [row[0] for row in imported(content)] == ["AAA", "BBB"]


def test_a_quotation_mark_that_nobody_closes_swallows_no_rows() -> None:
    content = b'code,batch,beekeeper\n"A,INY-26,x\nB,INY-26,x\n'
    with pytest.raises(SpreadsheetError, match="Line 2 cannot be read as CSV: a quotation mark"):
        checked_here(content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), r"old kind \(.xls\)"),
        (b"\xef\xbb\xbf<html><table><tr><td>code", "web page"),
        (b"%PDF-1.7", "PDF"),
        (b"code,batch\nA,M\x81ller\n", "CSV UTF-8"),
    ],
)
def test_a_file_of_another_kind_is_told_what_to_do(content: bytes, message: str) -> None:
    with pytest.raises(SpreadsheetError, match=message):
        checked_here(content)
