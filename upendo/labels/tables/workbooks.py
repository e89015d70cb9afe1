"""Reads the first sheet of an .xlsx file as a stream of rows, of which there may be many.

Only what a table of codes needs is read: no fills, no charts, no dimension that a file claims to
have. Work and memory are bounded by what is there, not by what is said to be there.
"""

import io
import posixpath
import re
import zipfile
from collections import deque
from collections.abc import Iterator
from typing import Any

from defusedxml.ElementTree import DefusedXMLParser
from django.core.exceptions import ValidationError
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

MOST_UNZIPPED_BYTES = 100 * 1024 * 1024
MOST_PART_BYTES = 40 * 1024 * 1024
MOST_ELEMENTS = 1_500_000  # of a part
MOST_STRINGS = 200_000
MOST_COLUMNS = 100
LAST_ROW = 2**20  # Excel's own
LONGEST_CELL = 32_767  # letters; Excel's own
CHUNK = 64 * 1024  # bytes
REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,10})")


class SpreadsheetError(ValidationError):
    """The file is no table that can be read; the message says what to do."""


def workbook_lines(content: bytes) -> Iterator[tuple[int, list[Any]]]:
    """Yield the number and the values of each row that the first sheet has.

    Raises SpreadsheetError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_UNZIPPED_BYTES:
                raise _too_large()
            yield from _Book(archive).lines()
    except ValidationError:
        raise
    # A damaged file raises much: zlib.error, RuntimeError for a password, NotImplementedError.
    except Exception as error:
        raise SpreadsheetError(
            "This workbook cannot be read: it is damaged, or locked with a password. "
            "Save it again as .xlsx without one, or as CSV."
        ) from error


class _Part:
    """What a parser tells of one part of a workbook, by local names."""

    def __init__(self) -> None:
        self._elements = 0
        self._text: list[str] = []
        self._length = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise _too_large()
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


class _Relations(_Part):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, tuple[str, str]] = {}  # kind and target by id

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            kind = attributes["Type"].rpartition("/")[2]
            self.found[attributes["Id"]] = (kind, attributes["Target"])


class _Sheets(_Part):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.epoch = CALENDAR_WINDOWS_1900

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            self.ids.append(attributes["id"])
        elif name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.epoch = CALENDAR_MAC_1904


class _Strings(_Part):
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
                raise _too_large()


class _Styles(_Part):
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


class _Rows(_Part):
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


class _Book:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = set(archive.namelist())

    def lines(self) -> Iterator[tuple[int, list[Any]]]:
        main = next(
            (
                posixpath.join("/", target).lstrip("/")
                for kind, target in self._relations("_rels/.rels").values()
                if kind == "officeDocument"
            ),
            "xl/workbook.xml",
        )
        folder, name = posixpath.split(main)
        sheets = self._all(main, _Sheets())
        relations = self._relations(f"{folder}/_rels/{name}.rels")
        first = next((id_ for id_ in sheets.ids if relations[id_][0] == "worksheet"), None)
        if first is None:
            raise SpreadsheetError("This workbook has no sheet with cells. Send one that has.")
        parts = {kind: target for kind, target in relations.values() if kind != "worksheet"}
        strings, styles = _Strings(), _Styles()
        if "sharedStrings" in parts:
            self._all(posixpath.join("/", folder, parts["sharedStrings"])[1:], strings)
        if "styles" in parts:
            self._all(posixpath.join("/", folder, parts["styles"])[1:], styles)
        rows = _Rows(strings.found, styles.dates, sheets.epoch)
        path = posixpath.normpath(posixpath.join("/", folder, relations[first][1]))[1:]
        for _ in self._chunks(path, rows):
            while rows.done:
                yield rows.done.popleft()

    def _relations(self, path: str) -> dict[str, tuple[str, str]]:
        return self._all(path, _Relations()).found if path in self._names else {}

    def _all[P: _Part](self, path: str, part: P) -> P:
        for _ in self._chunks(posixpath.normpath(path), part):
            pass
        return part

    def _chunks(self, path: str, part: _Part) -> Iterator[None]:
        """Have a part told what the file holds, and pause after each piece of it."""
        if self._archive.getinfo(path).file_size > MOST_PART_BYTES:
            raise _too_large()
        parser = DefusedXMLParser(target=part, forbid_dtd=True)
        with self._archive.open(path) as file:
            while chunk := file.read(CHUNK):
                parser.feed(chunk)
                yield
        parser.close()
        yield


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1]


def _number(letters: str) -> int:
    """Return a column's number from 0 on: 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _too_large() -> SpreadsheetError:
    return SpreadsheetError("This workbook is too large. Import it in parts.")
