"""How wide a text is in our own typefaces, where its lines break, and which face draws what.

The renderer takes the right face for a whole text only: where one of its characters is in another
face, it may leave letters out. So every text is cut into runs of one face each.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from PIL import ImageFont

FOLDER = Path(__file__).parent / "fonts"
FILES = sorted(FOLDER.glob("*.ttf"))
# In the order in which a character is looked for: a page's own faces, then one for each script.
_SCRIPTS = tuple(file.stem for file in FILES if file.stem.startswith("noto"))
TITLE = ("fraunces", "fraunces-ext", *_SCRIPTS)
LINE = ("source-sans-3", "source-sans-3-ext", *_SCRIPTS)
_MEASURED_AT = 100  # px

type Faces = tuple[str, ...]


def is_drawable(text: str) -> bool:
    """Whether every character of a text is in one of our typefaces, in titles and in lines."""
    return all(
        char.isspace() or _face_of(char, faces) is not None
        for char in text
        for faces in (TITLE, LINE)
    )


def runs(text: str, faces: Faces) -> list[tuple[str, str]]:
    """Return the parts of a text with the face that draws each; a part is as long as it can be."""
    chosen: list[tuple[str, str]] = []
    face = ""
    for char in text:
        if not (face and _has(face, char)):
            face = _face_of(char, faces) or faces[0]
        chosen.append((face, char))
    together = groupby(chosen, key=lambda choice: choice[0])
    return [(face, "".join(char for _, char in choices)) for face, choices in together]


def fit(text: str, width: float, sizes: Mapping[int, int], faces: Faces) -> tuple[int, list[str]]:
    """Return the largest size at which a text fits, and its lines.

    Width and sizes are in px; the sizes, from large to small, say how many lines there may be. At
    the smallest size a text that still does not fit is cut, with an ellipsis.
    """
    for size, most in sizes.items():
        lines = list(_lines(text, width / size, faces))
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], lines[most - 1].rstrip() + "…"]


def _lines(text: str, ems: float, faces: Faces) -> Iterator[str]:
    line = ""
    for word in text.split():
        if _ems(f"{line} {word}", faces) <= ems:
            line = f"{line} {word}".strip()
            continue
        if line:
            yield line
        *full, line = _pieces(word, ems, faces)
        yield from full
    yield line


def _pieces(word: str, ems: float, faces: Faces) -> Iterator[str]:
    piece = ""
    for char in word:
        if piece and _ems(piece + char, faces) > ems:
            yield piece
            piece = ""
        piece += char
    yield piece


def _ems(text: str, faces: Faces) -> float:
    return sum(_advance(char, faces) for char in text)


@cache
def _advance(char: str, faces: Faces) -> float:
    return _font(_face_of(char, faces) or faces[0]).getlength(char) / _MEASURED_AT


def _face_of(char: str, faces: Faces) -> str | None:
    return next((face for face in faces if _has(face, char)), None)


def _has(face: str, char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in _coverage()[face])


@cache
def _coverage() -> dict[str, list[tuple[int, int]]]:
    written: dict[str, list[tuple[int, int]]] = json.loads((FOLDER / "coverage.json").read_text())
    return written


@cache
def _font(face: str) -> ImageFont.FreeTypeFont:
    basic = ImageFont.Layout.BASIC
    return ImageFont.truetype(FOLDER / f"{face}.ttf", _MEASURED_AT, layout_engine=basic)
