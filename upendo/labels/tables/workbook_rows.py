"""The rows of a sheet, as they end, with what merged cells share."""

import math
import re
from collections import defaultdict, deque
from typing import Any, NamedTuple

from django.utils.translation import gettext
from openpyxl.utils.datetime import from_excel, from_ISO8601

from upendo.desk.tables.xlsx import LAST_ROW
from upendo.labels.tables.cells import Kept, NotText
from upendo.labels.tables.reading import SpreadsheetError
from upendo.labels.tables.workbook_parts import MOST_COLUMNS, Limit, Part, too_large, written

MOST_MERGES = 20_000
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,10})")
TRUE = "1"


class Merge(NamedTuple):
    """Columns, counted from 0, and the last row of cells that were made one."""

    first: int
    end: int
    last_row: int


class Merges(Part):
    """The merged cells of a sheet by the row in which they begin. They stand behind its rows."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
        self.found: dict[int, list[Merge]] = defaultdict(list)
        self._number = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name != "mergeCell":
            return
        self._number += 1
        if self._number > MOST_MERGES:
            raise too_large()
        corners = [REFERENCE.fullmatch(part) for part in attributes["ref"].split(":")]
        first, last = corners[0], corners[-1]
        if first and last:
            columns = range(_column(first[1]), min(_column(last[1]), MOST_COLUMNS) + 1)
            merge = Merge(columns.start, columns.stop, int(last[2]))
            self.found[int(first[2])].append(merge)


class Values(NamedTuple):
    """What the cells of all sheets refer to."""

    strings: list[str]
    dates: set[str]
    epoch: Any


class Rows(Part):
    """Keeps each row that has ended, until it is taken."""

    def __init__(
        self, limit: Limit, values: Values, merges: dict[int, list[Merge]], hidden: list[int]
    ) -> None:
        super().__init__(limit)
        self.done: deque[tuple[int, list[Any]]] = deque()
        self._hidden = hidden  # told the lines that nobody sees
        self._values, self._merges = values, merges
        self._merged: dict[int, tuple[int, Any]] = {}  # last row and value by column
        self._line, self._column, self._is_hidden = 0, -1, False
        self._cells: list[Any] = []
        self._kind = self._style = ""
        self._value: str | None = None
        self._formula: str | None = None
        self._inline: list[str] = []
        self._phonetic = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._line = int(attributes.get("r") or self._line + 1)
            if self._line > LAST_ROW:
                raise SpreadsheetError(
                    gettext("This workbook names a row that no spreadsheet has.")
                )
            self._column, self._cells = -1, []
            self._is_hidden = attributes.get("hidden") in ("1", "true")
        elif name == "c":
            place = REFERENCE.fullmatch(attributes.get("r", ""))
            self._column = _column(place[1]) if place else self._column + 1
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._value = self._formula = None
            self._inline = []
        elif name == "rPh":
            self._phonetic = True

    def finish(self, name: str, text: str) -> None:
        if name == "v":
            self._value = text
        elif name == "f":
            self._formula = text
        elif name == "t" and not self._phonetic:
            self._inline.append(text)
        elif name == "rPh":
            self._phonetic = False
        elif name == "c" and (value := self._read()) is not None:
            if self._column >= MOST_COLUMNS:
                raise SpreadsheetError(
                    gettext(
                        "Line %(line)d has more than %(most)d columns. "
                        "Keep only those of a table of codes."
                    )
                    % {"line": self._line, "most": MOST_COLUMNS}
                )
            self._put(self._column, value)
        elif name == "row":
            self._share()
            self.done.append((self._line, self._cells))
            if self._is_hidden and self._cells:
                self._hidden.append(self._line)

    def _put(self, column: int, value: Any) -> None:
        self._cells += [None] * (column + 1 - len(self._cells))
        self._cells[column] = value

    def _share(self) -> None:
        """Give every cell of a merged one its value, of which the file keeps one alone."""
        for merge in self._merges.get(self._line, ()):
            value = self._cells[merge.first] if merge.first < len(self._cells) else None
            for column in range(merge.first, merge.end):
                self._merged[column] = (merge.last_row, value)
        for column, (last_row, value) in list(self._merged.items()):
            if last_row < self._line:
                del self._merged[column]
            elif value is not None:
                self._put(column, value)

    def _read(self) -> Any:
        if self._kind == "inlineStr":
            return written("".join(self._inline))
        if self._value:
            return self._stored(self._value)
        # A formula that has been calculated may be an empty text, and says that it is a text.
        is_empty_text = self._kind == "str" and self._value == ""
        if self._formula is None or is_empty_text:
            return None
        return NotText(f"={self._formula}", Kept.FORMULA)

    def _stored(self, value: str) -> Any:
        match self._kind:
            case "s":
                return self._values.strings[int(value)]
            case "b":
                return value == TRUE
            case "e":
                return NotText(value, Kept.ERROR)
            case "d":
                return from_ISO8601(value)
            case "n":
                return self._number(value)
        return written(value)

    def _number(self, value: str) -> Any:
        number = float(value) if re.search("[.eE]", value) else int(value)
        if not math.isfinite(number):
            return NotText(value, Kept.ERROR)
        if self._style not in self._values.dates:
            return number
        try:
            return from_excel(number, self._values.epoch)
        except (ValueError, OverflowError):  # a day before the first, or after the last
            return NotText("#" * 8, Kept.ERROR)


def _column(letters: str) -> int:
    """Return a column's number from 0 on: 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
