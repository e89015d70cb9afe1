"""Where labels stand on paper, measured in the finished PDF, and what a sheet can hold."""

import re
import zlib

import pytest
from django.core.exceptions import ValidationError

from upendo.labels.models import OwnSheet
from upendo.labels.printing import pdf, proof
from upendo.labels.printing.layout import Layout, Words, lay_out
from upendo.labels.printing.lettering import MM_A_POINT
from upendo.labels.printing.sheets import SHEETS, Sheet, roll
from upendo.labels.printing.symbol import LEAST_MODULE, QUIET, TooSmallError, symbol_of

ADDRESS = "HTTPS://HONEY.EXAMPLE/Q/7KJ2MNPQ"
FITTING = [sheet for sheet in SHEETS if sheet.name != "l4731"]
# Of a square's own frame in a page's content: module, corner.
FRAME = re.compile(rb"q\n([\d.]+) 0 0 (-[\d.]+) ([\d.]+) ([\d.]+) cm")


def label(sheet: Sheet, lines: tuple[str, ...] = ("Miombo Blossom",)) -> Layout:
    words = Words("7KJ2MNPQ", "Upendo Honey", lines)
    return lay_out(symbol_of(ADDRESS), words, sheet.label)


def corners(made: bytes) -> list[tuple[float, float, float]]:
    """Return module and upper left corner of each square, in mm, out of a PDF's own numbers."""
    streams = re.findall(rb"stream\r?\n(.*?)endstream", made, re.DOTALL)
    found = []
    for stream in streams:
        try:
            content = zlib.decompress(stream)
        except zlib.error:
            continue
        found += [[float(number) * MM_A_POINT for number in m] for m in FRAME.findall(content)]
    return [(module, x, y) for module, _, x, y in found]


@pytest.mark.parametrize("sheet", FITTING, ids=lambda sheet: sheet.name)
def test_no_error_adds_up_over_a_page(sheet: Sheet) -> None:
    one = label(sheet)
    found = corners(pdf.sheet_pdf(sheet, [one] * sheet.per_page))
    assert len(found) == sheet.per_page
    for place, (module, x, y) in enumerate(found):
        row, column = divmod(place, sheet.columns)
        left = sheet.left + column * (sheet.label[0] + sheet.gap[0]) + one.corner[0]
        top = sheet.top + row * (sheet.label[1] + sheet.gap[1]) + one.corner[1]
        assert module == pytest.approx(one.module, abs=0.001)
        assert x == pytest.approx(left, abs=0.01)
        assert sheet.page[1] - y == pytest.approx(top, abs=0.01)


def test_the_nudge_moves_every_label_alike_and_the_start_leaves_labels_out() -> None:
    sheet = SHEETS[0]
    still, moved = (
        corners(pdf.sheet_pdf(sheet, [label(sheet)] * 3, start=20, nudge=nudge))
        for nudge in ((0, 0), (1.5, -0.5))
    )
    for (_, x, y), (_, moved_x, moved_y) in zip(still, moved, strict=True):
        assert moved_x - x == pytest.approx(1.5, abs=0.01)
        assert moved_y - y == pytest.approx(0.5, abs=0.01)  # a PDF counts upwards
    with proof.opened(pdf.sheet_pdf(sheet, [label(sheet)] * 3, start=20)) as document:
        assert [len(proof.read(proof.picture_of(page))) for page in document] == [1, 2]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_the_labels_of_every_sheet_are_on_its_page(sheet: Sheet) -> None:
    assert sheet.problem() == ""


@pytest.mark.parametrize("sheet", FITTING, ids=lambda sheet: sheet.name)
def test_the_square_has_its_size_and_its_quiet_zone_on_the_label(sheet: Sheet) -> None:
    one = label(sheet)
    assert one.module >= LEAST_MODULE
    dark = one.symbol.modules * one.module
    quiet = QUIET * one.module - 0.001
    for corner, length in zip(one.corner, sheet.label, strict=True):
        assert quiet <= corner <= length - dark - quiet
    for line in one.lines:
        beside = line.x >= one.corner[0] + dark + quiet
        assert beside or line.y - line.points * MM_A_POINT >= one.corner[1] + dark


def test_a_label_too_small_says_how_much_it_needs() -> None:
    with pytest.raises(TooSmallError, match=r"needs 13\.1 mm on each side"):
        label(roll(25.4, 10))
    with pytest.raises(TooSmallError, match="Leave out a line"):
        label(roll(30, 30), tuple(f"Line {number} of many" for number in range(9)))


def test_a_shop_of_any_latin_name_is_written_and_another_letter_refused() -> None:
    assert label(SHEETS[0], ("Łódź Miód",))
    with pytest.raises(ValueError, match="Leave out the line"):
        label(SHEETS[0], ("蜂蜜",))


def test_the_page_is_printed_as_large_as_it_is() -> None:
    made = pdf.sheet_pdf(SHEETS[0], [label(SHEETS[0])])
    assert b"/PrintScaling /None" in made
    assert b"/FontFile2" in made
    assert len(pdf.calibration_pdf(SHEETS[0])) > 1000


@pytest.mark.django_db
def test_an_own_sheet_that_is_wider_than_its_page_is_refused() -> None:
    own = OwnSheet(title="Ours", label_width=70, label_height=30, columns=4, rows=2)
    with pytest.raises(ValidationError, match="end at 280 mm"):
        own.full_clean()
    own.columns = 3
    own.full_clean()
    assert own.sheet.per_page == 6
