"""Whatever form takes a file has it read in a process of its own, and the worker keeps little."""

import io
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from upendo.catalogue.tests.factories import image_file
from upendo.labels.lists import read_list
from upendo.labels.tables.cells import NotText
from upendo.labels.tables.imports import read_table
from upendo.labels.tables.reading import SpreadsheetError
from upendo.labels.tables.tests.files import read_here, workbook
from upendo.web import apart as module
from upendo.web.apart import apart
from upendo.web.tests.memory import growth

KML = (
    b"<kml><Placemark><Polygon><outerBoundaryIs><coordinates>31,-6 32,-6 32,-5 31,-6"
    b"</coordinates></outerBoundaryIs></Polygon></Placemark></kml>"
)
ROWS = {f"{part}-{key}_FORMS": 0 for part in ("species", "seasons") for key in ("TOTAL", "INITIAL")}
FOREST = {"title": "F", "region": "R", "country": "T", "description": "Trees."} | ROWS


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Another file is being read, as long as the test wants."""
    monkeypatch.setattr(module, "LONGEST_WAIT", 0.01)
    with module._turn:
        yield


@pytest.mark.usefixtures("busy")
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "name", "content", "others"),
    [
        ("/admin/catalogue/picture/add/", "image", None, {"alt": "", "focus_x": 5, "focus_y": 5}),
        ("/admin/catalogue/forest/add/", "kml", KML, FOREST),
        ("/admin/labels/labelfile/check/", "file", b"LIVE\n", {}),
    ],
)
def test_a_form_waits_for_its_turn_and_says_so(
    admin_client: Client, address: str, name: str, content: bytes | None, others: dict[str, Any]
) -> None:
    file = SimpleUploadedFile("file", content) if content else image_file()
    page = admin_client.post(address, others | {name: file})
    assert "Other files are being read just now" in page.content.decode()


def test_cells_come_back_as_the_spreadsheet_keeps_them() -> None:
    content = workbook(
        ["code", "batch", "net weight g"], ["=1+1", True, 500.0], ["A", "L", "#REF!"]
    )
    found, expected = list(read_table(content)), list(read_here(content))
    assert found == expected
    assert [_kept(row.cells) for row in found] == [_kept(row.cells) for row in expected]


def _kept(cells: dict[str, str]) -> list[str]:
    return [cell.kept if isinstance(cell, NotText) else "a text" for cell in cells.values()]


def _swelling(made: openpyxl.Workbook) -> None:
    for _ in range(9000):
        made.active.append(["a" * 30_000])


def test_a_table_that_swells_takes_no_memory_of_the_worker() -> None:
    content = workbook(["code"], then=_swelling)
    with growth() as megabytes:
        with pytest.raises(SpreadsheetError, match="too large"):
            read_table(content)
        assert megabytes() < 5


def test_a_list_of_one_endless_line_takes_no_memory_of_the_worker() -> None:
    content = io.BytesIO(b"LIVE" + b"," * 5_000_000)
    with growth() as megabytes:
        assert apart(read_list, content) == ["LIVE"]
        assert megabytes() < 15  # which hold the file once more
