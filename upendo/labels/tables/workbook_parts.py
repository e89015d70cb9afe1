"""What each part of an .xlsx file tells, read element by element within limits."""

import re
from collections import deque
from typing import Any

from django.core.exceptions import ValidationError
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from upendo.desk.tables.xlsx import LAST_ROW

MOST_ELEMENTS = 1_500_000  # of a part
MOST_STRINGS = 200_000
MOST_COLUMNS = 100
LONGEST_CELL = 32_767  # letters; Excel's own
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,10})")


class SpreadsheetError(ValidationError):
    """The file is no table that can be read; the message says what to do."""


class Part:
    """What a parser tells of one part of a workbook, by local names."""

    def __init__(self) -> None:
        self._elements = 0
        self._text: list[str] = []
        self._length = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise too_large()
        self._text, self._length = [], 0
        self.begin(_local(tag), {_local(name): value for name, value in attributes.items()})

    def data(self, text: str) -> None:
        self._length += len(text)
        if self._length > LONGEST_CELL:
            raise SpreadsheetError("A cell of this workbook holds too long a text. Shorten it.")
        self._text.append(text)

    def end(self, tag: str) -> None:
        self.finish(_local(tag), "".join(self._text))
        self._text, self._length = [], 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def finish(self, name: str, text: str) -> None:
        """An element ends; the text is what stands after its last child."""


class Relations(Part):
    """Which part an id names, and of what kind that is."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, tuple[str, str]] = {}  # kind and target by id

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            kind = attributes["Type"].rpartition("/")[2]
            self.found[attributes["Id"]] = (kind, attributes["Target"])


class Sheets(Part):
    """The ids of the sheets in their order, and the day from which dates are counted."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.epoch = CALENDAR_WINDOWS_1900

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            self.ids.append(attributes["id"])
        elif name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.epoch = CALENDAR_MAC_1904


class Strings(Part):
    """The texts that cells share by number, without their phonetic readings."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._phonetic = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self._pieces = []
        self._phonetic = self._phonetic or name == "rPh"

    def finish(self, name: str, text: str) -> None:
        if name == "t" and not self._phonetic:
            self._pieces.append(text)
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.found.append("".join(self._pieces))
            if len(self.found) > MOST_STRINGS:
                raise too_large()


class Styles(Part):
    """Which formats of cells are those of a date."""

    def __init__(self) -> None:
        super().__init__()
        self._formats: dict[str, str] = {str(n): text for n, text in BUILTIN_FORMATS.items()}
        self._in_cells = False
        self._used: list[str] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            self._formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:255]
        self._in_cells = self._in_cells or name == "cellXfs"
        if name == "xf" and self._in_cells and len(self._used) < MOST_STRINGS:
            self._used.append(attributes.get("numFmtId", ""))

    def finish(self, name: str, text: str) -> None:
        self._in_cells = self._in_cells and name != "cellXfs"

    @property
    def dates(self) -> set[str]:
        """The indexes of the formats, as cells write them."""
        kinds = {id_: is_date_format(self._formats.get(id_, "General")) for id_ in set(self._used)}
        return {str(index) for index, id_ in enumerate(self._used) if kinds[id_]}


class Rows(Part):
    """Keeps each row that has ended, until it is taken."""

    def __init__(self, strings: list[str], dates: set[str], epoch: Any) -> None:
        super().__init__()
        self.done: deque[tuple[int, list[Any]]] = deque()
        self._strings, self._dates, self._epoch = strings, dates, epoch
        self._line = 0
        self._column = -1
        self._cells: list[Any] = []
        self._kind = self._style = self._value = ""
        self._inline: list[str] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._line = int(attributes.get("r") or self._line + 1)
            if self._line > LAST_ROW:
                raise SpreadsheetError("This workbook names a row that no spreadsheet has.")
            self._column, self._cells = -1, []
        elif name == "c":
            place = REFERENCE.fullmatch(attributes.get("r", ""))
            self._column = _number(place[1]) if place else self._column + 1
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._value, self._inline = "", []

    def finish(self, name: str, text: str) -> None:
        if name == "v":
            self._value = text
        elif name == "t":
            self._inline.append(text)
        elif name == "c" and (value := self._read()) is not None:
            if self._column >= MOST_COLUMNS:
                raise SpreadsheetError(
                    f"Line {self._line} has more than {MOST_COLUMNS} columns. "
                    "Keep only those of a table of codes."
                )
            self._cells += [None] * (self._column + 1 - len(self._cells))
            self._cells[self._column] = value
        elif name == "row":
            self.done.append((self._line, self._cells))

    def _read(self) -> Any:
        if self._kind == "inlineStr":
            return "".join(self._inline)
        if not self._value:
            return None
        if self._kind == "s":
            return self._strings[int(self._value)]
        if self._kind == "b":
            return self._value == "1"
        if self._kind != "n":
            return self._value
        number = float(self._value) if re.search("[.eE]", self._value) else int(self._value)
        return from_excel(number, self._epoch) if self._style in self._dates else number


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1]


def _number(letters: str) -> int:
    """Return a column's number from 0 on: 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def too_large() -> SpreadsheetError:
    """Return the error of a file beyond the limits, to be raised."""
    return SpreadsheetError("This workbook is too large. Import it in parts.")
