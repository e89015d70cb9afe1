"""Reads squares back out of finished files, as a phone would, before anybody gets them."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext
from PIL import Image

from upendo.labels.printing.symbol import MM_AN_INCH, QUIET

SVG_DPI = 300
DPI = 150  # less than any printer: what is read here is read on paper


class UnreadableError(Exception):
    """A square does not say its address. The file must not leave; the message names the code."""


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """Open a PDF for a while."""
    import pypdfium2  # noqa: PLC0415 - only where labels are made

    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def picture_of(page: Any, dpi: float = DPI) -> Image.Image:
    """Return a PDF's page as a grey picture."""
    bitmap = page.render(scale=dpi / 72, grayscale=True)
    picture: Image.Image = bitmap.to_pil().convert("L")
    return picture


def cut(
    page: Image.Image, corner: tuple[float, float], size: tuple[float, float], dpi: float = DPI
) -> Image.Image:
    """Return one label of a page; corner and size are in mm."""
    left, top = (round(mm * dpi / MM_AN_INCH) for mm in corner)
    width, height = (round(mm * dpi / MM_AN_INCH) for mm in size)
    return page.crop((left, top, left + width, top + height))


def svg_picture(svg: bytes) -> Image.Image:
    """Return an SVG as a picture."""
    import resvg_py  # noqa: PLC0415 - as above

    drawn = resvg_py.svg_to_bytes(svg_string=svg.decode(), dpi=SVG_DPI)
    return Image.open(io.BytesIO(bytes(drawn))).convert("L")


def eps_picture(eps: bytes) -> Image.Image:
    """Return one of our own EPS files as a picture: what its boxes fill."""
    found = re.findall(rb"^(\d+) (\d+) (\d+) (\d+) r$", eps, re.MULTILINE)
    boxes = [tuple(map(int, box)) for box in found]
    side = max(y + height for _, y, _, height in boxes) + QUIET
    picture = Image.new("L", (side, side), 255)
    for x, y, width, height in boxes:
        picture.paste(0, (x, side - y - height, x + width, side - y))
    return picture.resize((side * 4, side * 4), Image.Resampling.NEAREST)


def zpl_picture(zpl: bytes) -> Image.Image:
    """Return the dots that one of our own ZPL labels has a printer burn."""
    found = re.search(rb"\^GFA,(\d+),\d+,(\d+),([0-9A-F]+)\^FS", zpl)
    if found is None:
        raise UnreadableError(gettext("A label for the thermal printer has no square."))
    size, row = int(found[1]), int(found[2])
    dots = bytes(255 - byte for byte in bytes.fromhex(found[3].decode()))
    return Image.frombytes("1", (row * 8, size // row), dots).convert("L")


def read(picture: Image.Image) -> list[str]:
    """Return what the squares in a picture say."""
    import zxingcpp  # noqa: PLC0415 - only where labels are made

    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(picture, formats=formats)
    return [code.text for code in found]


def require(picture: Image.Image, address: str) -> None:
    """Raise UnreadableError unless a picture's one square says exactly this address."""
    found = read(picture)
    if found != [address]:
        said = (
            gettext("says “%(found)s”") % {"found": found[0]}
            if found
            else gettext("cannot be read")
        )
        raise UnreadableError(
            gettext(
                "The square for %(address)s %(said)s. The file is held back; nothing was "
                "handed out."
            )
            % {"address": address, "said": said}
        )
