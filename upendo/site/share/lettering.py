"""How wide a text is in our own typefaces, and where its lines break."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import ImageFont

FOLDER = Path(__file__).parent / "fonts"
# In the order in which a character is looked for: the page's faces, then one for each script.
FILES = sorted(FOLDER.glob("*.ttf"))
_MEASURED_AT = 100  # px
_IN_NO_FONT = "\uffff"


def is_drawable(text: str) -> bool:
    """Whether every character of a text is in one of our typefaces."""
    return all(char.isspace() or _face_of(char) is not None for char in text)


def fit(text: str, width: float, sizes: tuple[int, ...], lines: int) -> tuple[int, list[str]]:
    """Return the largest of the sizes at which a text fits in so many lines, and these lines.

    Width and sizes are in px, the sizes from large to small. At the smallest size a text that
    still does not fit is cut, with an ellipsis.
    """
    for size in sizes:
        broken = list(_lines(text, width / size))
        if len(broken) <= lines:
            return size, broken
    return sizes[-1], [*broken[: lines - 1], broken[lines - 1].rstrip() + "…"]


def _lines(text: str, ems: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        if _ems(f"{line} {word}") <= ems:
            line = f"{line} {word}".strip()
            continue
        if line:
            yield line
        *full, line = _pieces(word, ems)
        yield from full
    yield line


def _pieces(word: str, ems: float) -> Iterator[str]:
    piece = ""
    for char in word:
        if piece and _ems(piece + char) > ems:
            yield piece
            piece = ""
        piece += char
    yield piece


def _ems(text: str) -> float:
    return sum(map(_advance, text))


@cache
def _advance(char: str) -> float:
    face = _face_of(char) or _faces()[0]
    return face.getlength(char) / _MEASURED_AT


@cache
def _face_of(char: str) -> ImageFont.FreeTypeFont | None:
    return next((face for face in _faces() if _has(face, char)), None)


def _has(face: ImageFont.FreeTypeFont, char: str) -> bool:
    # The library does not say which characters a face has: those it lacks all look the same.
    return bytes(face.getmask(char)) != bytes(face.getmask(_IN_NO_FONT))


@cache
def _faces() -> list[ImageFont.FreeTypeFont]:
    basic = ImageFont.Layout.BASIC
    return [ImageFont.truetype(file, _MEASURED_AT, layout_engine=basic) for file in FILES]
