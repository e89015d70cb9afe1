"""The square itself: segno's matrix, and the sizes that it may have on a label."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

from django.utils.translation import gettext

from upendo.gs1.links import BEST_BEFORE

# GS1 General Specifications 26, section 5.12.3.1, table 1: QR codes at tills and for consumers.
LEAST_MODULE = 0.396  # mm
WANTED_MODULE = 0.495  # mm
QUIET = 4  # modules of nothing on each side, ISO/IEC 18004, section 9.1
MM_AN_INCH = 25.4


class TooSmallError(ValueError):
    """A square does not fit where it should stand; the message says how much room it needs."""


class Box(NamedTuple):
    """Dark modules, counted from the square's upper left corner, in modules."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Symbol:
    """A QR code of level M: a smudge over one module in seven does no harm."""

    address: str
    rows: tuple[bytes, ...]

    @property
    def modules(self) -> int:
        """Modules on each side, without the quiet zone."""
        return len(self.rows)

    @property
    def modules_in_all(self) -> int:
        """Modules on each side with the quiet zone."""
        return self.modules + 2 * QUIET

    @cached_property
    def boxes(self) -> tuple[Box, ...]:
        """The dark modules in few boxes: runs of a row, together with equal ones below them."""
        done: list[Box] = []
        above: dict[tuple[int, int], Box] = {}
        for y, row in enumerate(self.rows):
            here: dict[tuple[int, int], Box] = {}
            for x, width in _runs(row):
                box = above.pop((x, width), None)
                here[x, width] = Box(x, box.y if box else y, width, box.height + 1 if box else 1)
            done += above.values()
            above = here
        return (*done, *above.values())

    def module_in(self, room: float) -> float:
        """Return the size of a module in mm where the square and its quiet zone have this room.

        It is the wanted one, or less where there is less room. Raises TooSmallError.
        """
        module = min(room / self.modules_in_all, WANTED_MODULE)
        if module < LEAST_MODULE - 1e-9:
            least = math.ceil(self.modules_in_all * LEAST_MODULE * 10) / 10
            raise TooSmallError(
                gettext(
                    "The square needs %(least)s mm on each side to be read by every phone "
                    "and till; here it has %(floor)s mm. Take a larger label."
                )
                % {"least": f"{least:g}", "floor": f"{math.floor(room * 10) / 10:g}"}
            )
        return module

    def dots(self, dpi: int) -> int:
        """Return how many whole dots of a printer a module takes: the fewest that are wanted."""
        dots = round(WANTED_MODULE * dpi / MM_AN_INCH)
        return dots if dots / dpi * MM_AN_INCH >= LEAST_MODULE else dots + 1


def symbol_of(address: str) -> Symbol:
    """Return the square that says an address."""
    import segno  # noqa: PLC0415 - 10 MB that only the making of labels needs

    # Its two signs are not in alphanumeric mode: alone, they spare the rest 8 bits for each letter.
    # segno's encoder takes several segments; the types of its front door do not say so.
    segments: Any = [part for part in address.partition(BEST_BEFORE) if part]
    code = segno.make_qr(segments, error="m", boost_error=False)
    return Symbol(address, tuple(bytes(row) for row in code.matrix))


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Return where dark modules side by side begin, and how many they are."""
    x = 0
    for is_dark, run in groupby(row):
        width = len(list(run))
        if is_dark:
            yield x, width
        x += width
