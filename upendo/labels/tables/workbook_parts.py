"""What each part of an .xlsx file tells, read element by element within limits."""

import re
from typing import NamedTuple

from django.utils.translation import gettext
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from upendo.labels.tables.reading import SpreadsheetError

MOST_ELEMENTS = 1_500_000  # of all parts together
MOST_STRINGS = 200_000
MOST_COLUMNS = 100
LONGEST_CELL = 32_767  # letters; Excel's own
# A character that XML cannot have, or that looks like such an escape (ECMA-376, part 1, 22.9.2.19).
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class Limit:
    """Counts the elements of a whole workbook."""

    def __init__(self) -> None:
        self._left = MOST_ELEMENTS

    def take(self) -> None:
        """Raises SpreadsheetError when there are too many."""
        self._left -= 1
        if self._left < 0:
            raise too_large()


class Part:
    """What a parser tells of one part of a workbook, by local names."""

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._text: list[str] = []
        self._length = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._limit.take()
        self._text, self._length = [], 0
        self.begin(_local(tag), {_local(name): value for name, value in attributes.items()})

    def data(self, text: str) -> None:
        self._length += len(text)
        if self._length > LONGEST_CELL:
            raise SpreadsheetError(
                gettext("A cell of this workbook holds too long a text. Shorten it.")
            )
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

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
        self.found: dict[str, tuple[str, str]] = {}  # kind and target by id

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            kind = attributes["Type"].rpartition("/")[2]
            self.found[attributes["Id"]] = (kind, attributes["Target"])


class Sheet(NamedTuple):
    """A sheet's name, its relation's id, and whether somebody sees it."""

    name: str
    id: str
    is_seen: bool


class Sheets(Part):
    """The sheets in their order, and the day from which dates are counted."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
        self.found: list[Sheet] = []
        self.epoch = CALENDAR_WINDOWS_1900

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            is_seen = attributes.get("state", "visible") == "visible"
            self.found.append(Sheet(attributes.get("name", ""), attributes["id"], is_seen))
        elif name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.epoch = CALENDAR_MAC_1904


class Strings(Part):
    """The texts that cells share by number, without their phonetic readings."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
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
            self.found.append(written("".join(self._pieces)))
            if len(self.found) > MOST_STRINGS:
                raise too_large()


class Styles(Part):
    """Which formats of cells are those of a date."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
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


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1]


def written(text: str) -> str:
    """Return a text as it was written, without what nobody can write."""
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(escape: re.Match[str]) -> str:
    character = chr(int(escape[1], 16))
    return character if character.isprintable() or character.isspace() else ""


def too_large() -> SpreadsheetError:
    """Return the error of a file beyond the limits, to be raised."""
    return SpreadsheetError(
        gettext(
            "This workbook is too large. Delete rows that are formatted but empty and sheets that "
            "are not needed, or save the table as CSV, or import it in parts."
        )
    )
