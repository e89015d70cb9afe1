"""The picture that stands for a page where its link is shared: 1200 x 630 px, as previews want."""

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass

import resvg_py
from django.template.loader import render_to_string
from PIL import Image, ImageOps

from upendo.site.share import lettering
from upendo.site.share.chart import Bar

SIZE = (1200, 630)  # px
PICTURE_BOX = (640, 630)  # px, the part of it that the page's picture covers
TEXT_WIDTH = 470  # px
# In px, with the number of lines that have room above the rule or below it.
TITLE_SIZES = {76: 3, 66: 4, 56: 4, 48: 4, 42: 4}
LINE_SIZES = {28: 2, 24: 2}


@dataclass(frozen=True)
class Words:
    """What the picture says: a title, and a line below it."""

    title: str
    line: str


def draw(
    words: Words,
    picture: bytes | None,
    focus: tuple[float, float] = (0.5, 0.5),
    bars: Sequence[Bar] = (),
) -> bytes:
    """Return the finished JPEG, with bars in place of a picture if there are any.

    The words must be drawable, see lettering.
    """
    size, title = lettering.fit(words.title, TEXT_WIDTH, TITLE_SIZES, lettering.TITLE)
    line_size, line = lettering.fit(words.line, TEXT_WIDTH, LINE_SIZES, lettering.LINE)
    context = {
        "picture": _cover(picture, focus) if picture and not bars else "",
        "bars": [(bar, 170 + 190 * n) for n, bar in enumerate(bars)],
        "title": [
            (lettering.runs(text, lettering.TITLE), 190 + round(size * (0.8 + 1.12 * n)))
            for n, text in enumerate(title)
        ],
        "title_size": size,
        "line": [
            (lettering.runs(text, lettering.LINE), 540 + round(line_size * 1.35 * n))
            for n, text in enumerate(line)
        ],
        "line_size": line_size,
    }
    drawing = resvg_py.svg_to_bytes(
        svg_string=render_to_string("site/share.svg", context),
        skip_system_fonts=True,
        font_files=[str(file) for file in lettering.FILES],
    )
    finished = io.BytesIO()
    image = Image.open(io.BytesIO(bytes(drawing))).convert("RGB")
    image.save(finished, "JPEG", quality=84, progressive=True, optimize=True)
    return finished.getvalue()


def _cover(picture: bytes, focus: tuple[float, float]) -> str:
    """Return the picture cut to fill its box around its focus, as base64 of a JPEG."""
    opened = Image.open(io.BytesIO(picture)).convert("RGBA")
    paper = Image.new("RGBA", opened.size, "#fbf6e9")
    whole = Image.alpha_composite(paper, opened).convert("RGB")
    cut = ImageOps.fit(whole, PICTURE_BOX, centering=focus)
    content = io.BytesIO()
    cut.save(content, "JPEG", quality=92)
    return base64.b64encode(content.getvalue()).decode()
