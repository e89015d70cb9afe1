"""Whatever a table holds: no error of ours, and every row that went in is in the report.

`make test-tables` tries many more.
"""

import io
import os
import zipfile
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from upendo.catalogue import codes
from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import BatchFactory, BeekeeperFactory, RetailerFactory
from upendo.desk.tables.xlsx import xlsx_pieces
from upendo.labels.tables.check import Outcome
from upendo.labels.tables.reading import SpreadsheetError
from upendo.labels.tables.spreadsheets import TableFile
from upendo.labels.tables.tests.files import checked_here, csv_file, imported_here, workbook

ALL = bool(os.environ.get("ALL_TABLES"))
TRIES = settings(
    max_examples=20_000 if ALL else 60,
    deadline=None,
    derandomize=not ALL,
    suppress_health_check=[HealthCheck.too_slow],  # making a workbook is, on a busy machine
)
HEADINGS = ("code", "batch", "beekeeper", "retailer", "net weight g")
STRANGE = [
    "1E10",
    "1E+10",
    "12-Mar",
    "#REF!",
    "=A1",
    "0",
    "2.5",
    "a,b",
    'a"b',
    "\u200b",
    "'=x",
    "id",
]
NUMBERS = [10**10, 2.5, 1e300, -1, True, date(2026, 3, 12), "#DIV/0!", '="A"&"B"']
strange = st.sampled_from(STRANGE) | st.text(max_size=12)
code = st.text("ABCDEFGH2345", max_size=6)
row = st.tuples(
    code | strange,
    st.sampled_from(["INY-26", "INY\u201126", "INY-27", "x"]),  # a row that is empty is none
    st.sampled_from(["Neema Juma", "Neema\u00a0Juma", ""]) | strange,
    st.sampled_from(["", "Corner shop"]) | strange,
    st.sampled_from(["", "500"]) | strange,
)
above = st.lists(
    st.sampled_from([(), ("Spring, 2026",), ("Our codes", "", "draft; live")]), max_size=3
)
rows = st.lists(row, min_size=1, max_size=8)
dialect = st.fixed_dictionaries(
    {
        "delimiter": st.sampled_from(",;\t"),
        "ending": st.sampled_from(["\r\n", "\n", "\r"]),
        "encoding": st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    }
)


@st.composite
def files(draw: st.DrawFn) -> tuple[bytes, int]:
    """A file in any dialect, and how many rows it has."""
    order = draw(st.permutations(range(len(HEADINGS))))
    drawn: list[Any] = draw(rows)
    chosen = [[each[place] for place in order] for each in [HEADINGS, *drawn]]
    after: list[Any] = draw(st.sampled_from([[], [()], [("", "")] * 3]))
    table: list[Any] = [*draw(above), *chosen, *after]
    number = len(chosen) - 1
    if draw(st.booleans()):
        as_written: dict[str, Any] = draw(dialect)
        return csv_file(*table, **as_written), number
    if draw(st.booleans()):
        return b"".join(xlsx_pieces(table[0], table[1:])), number
    kept = draw(st.sampled_from(NUMBERS))
    fields = order.index(draw(st.sampled_from([0, 2, 3, 4])))
    seen = [[cell if cell.isprintable() else "?" for cell in line] for line in table]

    def put(made: Any) -> None:
        made.active.cell(len(table), fields + 1).value = kept

    return workbook(*seen, then=put) if table[-1] is chosen[-1] else workbook(*seen), number


@pytest.mark.django_db
@TRIES
@given(files())
def test_what_went_in_is_what_came_out_and_what_was_refused(made: tuple[bytes, int]) -> None:
    content, number = made
    with transaction.atomic():
        BatchFactory.create(lot="INY-26")
        BeekeeperFactory.create(name="Neema Juma")
        RetailerFactory.create(name="Corner shop")
        try:
            report = checked_here(content)
        except SpreadsheetError:
            assert not content.startswith(b"PK")
            assert "\0" in content.decode("utf-16" if content[:2] == b"\xff\xfe" else "latin-1")
        else:
            assert report.total == number
            assert imported_here(content).totals == report.totals
            new = report.totals[Outcome.NEW] if report.is_in_order else 0
            assert Jar.objects.count() == new
            assert all(map(codes.is_code, Jar.objects.values_list("code", flat=True)))
        transaction.set_rollback(True)


@TRIES
@given(
    files(), st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1, max_size=9)
)
def test_a_damaged_file_is_read_or_refused_in_words(
    made: tuple[bytes, int], damages: list[tuple[float, int]]
) -> None:
    content = made[0]
    for damaged in (_damaged(content, damages), _damaged_inside(content, damages)):
        try:
            table = TableFile(damaged)
            table.find_headings(HEADINGS)
            assert all(line for line, _ in table)
        except SpreadsheetError:
            continue


def _damaged(content: bytes, damages: list[tuple[float, int]]) -> bytes:
    changed = bytearray(content)
    for place, value in damages:
        changed[int(place * len(changed))] = value
    return bytes(changed)


def _damaged_inside(content: bytes, damages: list[tuple[float, int]]) -> bytes:
    """Return a workbook whose first sheet is damaged, in an archive that is whole."""
    if not content.startswith(b"PK"):
        return content[: int(damages[0][0] * len(content))]
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _damaged(part, damages) if name.endswith("sheet1.xml") else part)
    return file.getvalue()
