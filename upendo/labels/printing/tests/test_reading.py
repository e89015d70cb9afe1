"""Every sheet is read as phones and tills meet it; all of it is `make test-labels`."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from upendo.labels.printing import pdf, proof
from upendo.labels.printing.layout import Words, lay_out
from upendo.labels.printing.sheets import SHEETS, Sheet
from upendo.labels.printing.symbol import symbol_of

ALL = bool(os.environ.get("ALL_LABELS"))
DPI = (150, 300, 600) if ALL else (150,)
SHORT = "HTTPS://HONEY.EXAMPLE/Q/7KJ2MNP{}"
FOR_TILLS = "HTTPS://HONEY.EXAMPLE/01/09506000134352/10/INY-2026-07/21/7KJ2MNP{}"
FITTING = [sheet for sheet in SHEETS if sheet.name != "l4731"]


def blurred(picture: Image.Image, dpi: int) -> Image.Image:
    """A quarter of a module out of focus."""
    return picture.filter(ImageFilter.GaussianBlur(0.12 * dpi / 25.4))


def turned(picture: Image.Image, dpi: int) -> Image.Image:
    return picture.rotate(7, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def faded(picture: Image.Image, dpi: int) -> Image.Image:
    """60 % of the contrast: dark is a grey, and white is not quite white."""
    return picture.point([round(51 + value * 0.6) for value in range(256)])


def clean(picture: Image.Image, dpi: int) -> Image.Image:
    return picture


SEEN = (clean, blurred, turned, faded)


def page(sheet: Sheet, address: str, dpi: int) -> tuple[Image.Image, set[str]]:
    said = [address.format(place % 10) for place in range(sheet.per_page)]
    labels = [lay_out(symbol_of(text), Words(text[-8:]), sheet.label) for text in said]
    with proof.opened(pdf.sheet_pdf(sheet, labels)) as document:
        return proof.picture_of(document[0], dpi), set(said)


@pytest.mark.parametrize("address", [SHORT, FOR_TILLS], ids=["short", "tills"])
@pytest.mark.parametrize("sheet", FITTING, ids=lambda sheet: sheet.name)
@pytest.mark.parametrize("dpi", DPI)
def test_every_label_of_a_sheet_is_read(sheet: Sheet, address: str, dpi: int) -> None:
    picture, said = page(sheet, address, dpi)
    for seen in SEEN:
        found = proof.read(seen(picture, dpi))
        assert set(found) == said, seen.__name__
        assert len(found) == sheet.per_page, seen.__name__


if ALL and shutil.which("zbarimg"):

    @pytest.mark.parametrize("seen", SEEN)
    @pytest.mark.parametrize("sheet", FITTING, ids=lambda sheet: sheet.name)
    def test_another_reader_says_the_same(
        sheet: Sheet, seen: Callable[[Image.Image, int], Image.Image], tmp_path: Path
    ) -> None:
        # One label at a time, as a phone is held: this reader passes over some of a whole page.
        picture, said = page(sheet, SHORT, 300)
        for place in range(len(said)):
            label = proof.cut(picture, sheet.corner(place), sheet.label, 300)
            seen(label, 300).save(tmp_path / f"{place}.png")
        zbar = ["zbarimg", "--raw", "-q", "-Sdisable", "-Sqrcode.enable"]
        zbar += [str(file) for file in tmp_path.glob("*.png")]
        found = subprocess.run(zbar, capture_output=True, check=False, text=True).stdout.split()
        assert set(found) == said
