"""Makes a part of a file of labels, and reads its squares back before anybody gets it."""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PIL import Image

from upendo.labels.models import LabelFile
from upendo.labels.printing import files, pdf, proof
from upendo.labels.printing.layout import Words, lay_out
from upendo.labels.printing.symbol import Symbol, symbol_of
from upendo.labels.wishes import Wishes

Kind = LabelFile.Kind
LABELS_A_PART = 250


@dataclass(frozen=True)
class Jarful:
    """What is to stand on one jar; places are counted from 0 over the whole file."""

    place: int
    address: str
    words: Words

    @property
    def file_name(self) -> str:
        """What the code's own file is called, without its kind."""
        return self.words.code


def part_size(wishes: Wishes, done: int) -> int:
    """Return how many labels the next part has: some hundred, and whole sheets."""
    if not wishes.is_sheet:
        return LABELS_A_PART
    per_page = wishes.sheet.per_page
    pages = max(LABELS_A_PART // per_page, 1)
    return pages * per_page - (wishes.start + done) % per_page


def make_part(wishes: Wishes, jars: Sequence[Jarful], note: str = "") -> bytes:
    """Return the next part of a file: pages of labels, a ZIP of files, or lines of ZPL.

    Raises TooSmallError, MissingLetterError and UnreadableError.
    """
    if wishes.is_sheet:
        return _pages(wishes, jars, note)
    make, picture = _SINGLE[wishes.kind]
    made = [(jar, make(symbol_of(jar.address), jar, wishes)) for jar in jars]
    for jar, content in made:
        proof.require(picture(content), jar.address)
    if wishes.kind == Kind.ZPL:
        return b"".join(content for _, content in made)
    together = io.BytesIO()
    with zipfile.ZipFile(together, "w", zipfile.ZIP_DEFLATED) as archive:
        for jar, content in made:
            archive.writestr(f"{jar.file_name}.{wishes.kind}", content)
    return together.getvalue()


def _pages(wishes: Wishes, jars: Sequence[Jarful], note: str) -> bytes:
    sheet = wishes.sheet
    layouts = [lay_out(symbol_of(jar.address), jar.words, sheet.label) for jar in jars]
    start = (wishes.start + jars[0].place) % sheet.per_page
    made = pdf.sheet_pdf(sheet, layouts, start, wishes.nudge, note)
    with proof.opened(made) as document:
        for page, places in groupby(range(len(jars)), lambda n: (start + n) // sheet.per_page):
            picture = proof.picture_of(document[page])
            for place in places:
                x, y = sheet.corner(start + place)
                corner = (x + wishes.nudge[0], y + wishes.nudge[1])
                proof.require(proof.cut(picture, corner, sheet.label), jars[place].address)
    return made


def picture_of(kind: str, content: bytes) -> Image.Image:
    """Return the file of one code as a picture."""
    return _SINGLE[kind][1](content)


def _picture_of_page(made: bytes) -> Image.Image:
    with proof.opened(made) as document:
        return proof.picture_of(document[0])


type Make = Callable[[Symbol, Jarful, Wishes], bytes]
type Show = Callable[[bytes], Image.Image]

_SINGLE: dict[str, tuple[Make, Show]] = {
    Kind.SVG: (lambda symbol, jar, wishes: files.svg(symbol), proof.svg_picture),
    Kind.EPS: (lambda symbol, jar, wishes: files.eps(symbol), proof.eps_picture),
    Kind.PDF: (lambda symbol, jar, wishes: pdf.square_pdf(symbol), _picture_of_page),
    Kind.PNG: (
        lambda symbol, jar, wishes: files.png(symbol, wishes.dpi),
        lambda made: Image.open(io.BytesIO(made)).convert("L"),
    ),
    Kind.ZPL: (
        lambda symbol, jar, wishes: files.zpl(symbol, jar.words, wishes.sheet, wishes.dpi),
        proof.zpl_picture,
    ),
}


def preview(wishes: Wishes, jars: Sequence[Jarful], dpi: float) -> Image.Image:
    """Return a picture of the first page, or of the first square or thermal label.

    Raises TooSmallError and MissingLetterError.
    """
    if wishes.is_sheet:
        layouts = [
            lay_out(symbol_of(jar.address), jar.words, wishes.sheet.label)
            for jar in jars[: wishes.sheet.per_page - wishes.start]
        ]
        page = pdf.sheet_pdf(wishes.sheet, layouts, wishes.start, wishes.nudge)
        with proof.opened(page) as document:
            return proof.picture_of(document[0], dpi)
    make, picture = _SINGLE[wishes.kind]
    return picture(make(symbol_of(jars[0].address), jars[0], wishes))
