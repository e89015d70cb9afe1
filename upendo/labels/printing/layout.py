"""Where everything stands on one label, in mm from its upper left corner."""

from dataclasses import dataclass

from django.utils.translation import gettext

from upendo.labels.printing import lettering
from upendo.labels.printing.lettering import MM_A_POINT
from upendo.labels.printing.symbol import Symbol, TooSmallError

BORDER = 1.5  # mm on the sides of the text that no square keeps free
CODE_POINTS = (12, 11, 10, 9, 8, 7)
WORDMARK_POINTS = 10
TEXT_POINTS = (8, 7, 6, 5.5)
LEADING = 1.25
WIDE = 1.3  # times as wide as high: the text stands beside the square, else below it


@dataclass(frozen=True)
class Words:
    """What people read on a label: the code, and the lines that are wanted."""

    code: str
    wordmark: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A line of text; y is its baseline."""

    text: str
    faces: tuple[str, ...]
    points: float
    x: float
    y: float


@dataclass(frozen=True)
class Layout:
    """A finished label. The square's corner is that of its dark part, inside its quiet zone."""

    symbol: Symbol
    module: float
    corner: tuple[float, float]
    lines: tuple[Line, ...]


def lay_out(symbol: Symbol, words: Words, size: tuple[float, float]) -> Layout:
    """Return a label of this size, width and height.

    Raises TooSmallError when the square or the text does not fit, and MissingLetterError.
    """
    beside = size[0] >= WIDE * size[1]
    code_room = 0 if beside else CODE_POINTS[-1] * LEADING * MM_A_POINT + BORDER
    module = symbol.module_in(min(size[0], size[1] - code_room))
    side = symbol.modules_in_all * module
    quiet = (symbol.modules_in_all - symbol.modules) / 2 * module
    if beside:
        room = (size[0] - side - BORDER, size[1] - 2 * BORDER)
        lines, height = _fitting(words, room)
        placed = _placed(lines, side, (size[1] - height) / 2)
        corner = (quiet, (size[1] - side) / 2 + quiet)
    else:
        room = (size[0] - 2 * BORDER, size[1] - side - BORDER)
        lines, height = _fitting(words, room)
        top = (size[1] - side - height) / 2
        placed = _placed(lines, BORDER, top + side, width=room[0])
        corner = ((size[0] - side) / 2 + quiet, max(top - BORDER / 2, 0) + quiet)
    return Layout(symbol, module, corner, placed)


type Sized = tuple[str, tuple[str, ...], float]


def _fitting(words: Words, room: tuple[float, float]) -> tuple[list[Sized], float]:
    """Return the lines in the largest letters that have room, and their height."""
    wide = room[0]
    for code_points in CODE_POINTS:
        for points in TEXT_POINTS:
            lines: list[Sized] = []
            if words.wordmark:
                lines.append((words.wordmark, lettering.WORDMARK, min(WORDMARK_POINTS, points + 2)))
            lines += [(line, lettering.TEXT, points) for line in words.lines]
            lines.append((words.code, lettering.TEXT, code_points))
            height = sum(size * LEADING * MM_A_POINT for _, _, size in lines)
            fits = all(lettering.width(*line) <= wide for line in lines)
            if fits and height <= room[1]:
                return lines, height
    raise TooSmallError(
        gettext(
            "The text does not fit beside the square. Leave out a line, or take a larger label."
        )
    )


def _placed(lines: list[Sized], x: float, y: float, width: float | None = None) -> tuple[Line, ...]:
    """Return the lines one below the other, centred where a width is given."""
    placed = []
    for text, faces, points in lines:
        y += points * LEADING * MM_A_POINT
        start = x if width is None else x + (width - lettering.width(text, faces, points)) / 2
        placed.append(Line(text, faces, points, start, y - points * 0.3 * MM_A_POINT))
    return tuple(placed)
