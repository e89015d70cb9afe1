"""Reads the sheets of an .xlsx file as streams of rows, of which there may be many.

Only what a table of codes needs is read: no fills, no charts, no dimension that a file claims to
have. Work and memory are bounded by what is there, not by what is said to be there.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from defusedxml.ElementTree import DefusedXMLParser
from django.utils.translation import gettext

from upendo.labels.tables.other_files import refuse_by_parts
from upendo.labels.tables.reading import Reading, SpreadsheetError
from upendo.labels.tables.workbook_parts import (
    Limit,
    Part,
    Relations,
    Sheets,
    Strings,
    Styles,
    too_large,
)
from upendo.labels.tables.workbook_rows import Merges, Rows, Values

MOST_UNZIPPED_BYTES = 100 * 1024 * 1024
MOST_PART_BYTES = 40 * 1024 * 1024
CHUNK = 64 * 1024  # bytes
MERGED = [b"mergeCell", "mergeCell".encode("utf-16-le"), "mergeCell".encode("utf-16-be")]


def workbook_readings(content: bytes) -> list[Reading]:
    """Return the sheets of cells that somebody sees; all of them, if none is seen.

    Raises SpreadsheetError, as reading on does.
    """
    with _in_words():
        archive = zipfile.ZipFile(io.BytesIO(content))
        if sum(member.file_size for member in archive.infolist()) > MOST_UNZIPPED_BYTES:
            raise too_large()
        return _Book(archive).readings()


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except (SpreadsheetError, MemoryError):
        raise
    # A damaged file raises much: zlib.error, RuntimeError for a password, NotImplementedError.
    except Exception as error:
        raise SpreadsheetError(
            gettext(
                "This workbook cannot be read: it is damaged, or locked with a password. "
                "Save it again as .xlsx without one, or as CSV."
            )
        ) from error


class _Book:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = set(archive.namelist())
        self._limit = Limit()

    def readings(self) -> list[Reading]:
        refuse_by_parts(self._names)
        main = next(
            (
                posixpath.join("/", target).lstrip("/")
                for kind, target in self._relations("_rels/.rels").values()
                if kind == "officeDocument"
            ),
            "xl/workbook.xml",
        )
        folder, name = posixpath.split(main)
        sheets = self._all(main, Sheets(self._limit))
        relations = self._relations(f"{folder}/_rels/{name}.rels")
        with_cells = [sheet for sheet in sheets.found if relations[sheet.id][0] == "worksheet"]
        if not with_cells:
            raise SpreadsheetError(
                gettext("This workbook has no sheet with cells. Send one that has.")
            )
        parts = {kind: target for kind, target in relations.values() if kind != "worksheet"}
        strings, styles = Strings(self._limit), Styles(self._limit)
        if "sharedStrings" in parts:
            self._all(posixpath.join("/", folder, parts["sharedStrings"])[1:], strings)
        if "styles" in parts:
            self._all(posixpath.join("/", folder, parts["styles"])[1:], styles)
        values = Values(strings.found, styles.dates, sheets.epoch)
        seen = [sheet for sheet in with_cells if sheet.is_seen] or with_cells
        return [
            self._sheet(sheet.name, posixpath.join("/", folder, relations[sheet.id][1])[1:], values)
            for sheet in seen
        ]

    def _sheet(self, name: str, path: str, values: Values) -> Reading:
        hidden: list[int] = []
        return Reading(name, self._lines(posixpath.normpath(path), values, hidden), hidden)

    def _lines(
        self, path: str, values: Values, hidden: list[int]
    ) -> Iterator[tuple[int, list[Any]]]:
        with _in_words():
            merges = Merges(self._limit)
            if self._has_merges(path):
                self._all(path, merges)
            rows = Rows(self._limit, values, merges.found, hidden)
            for _ in self._chunks(path, rows):
                while rows.done:
                    yield rows.done.popleft()

    def _has_merges(self, path: str) -> bool:
        """Whether to read a sheet twice: what is merged stands behind its rows."""
        self._refuse_large(path)
        before = b""
        with self._archive.open(path) as file:
            while chunk := file.read(CHUNK):
                if any(word in before + chunk for word in MERGED):
                    return True
                before = chunk[-2 * len(MERGED[0]) :]
        return False

    def _relations(self, path: str) -> dict[str, tuple[str, str]]:
        return self._all(path, Relations(self._limit)).found if path in self._names else {}

    def _all[P: Part](self, path: str, part: P) -> P:
        for _ in self._chunks(posixpath.normpath(path), part):
            pass
        return part

    def _chunks(self, path: str, part: Part) -> Iterator[None]:
        """Have a part told what the file holds, and pause after each piece of it."""
        self._refuse_large(path)
        parser = DefusedXMLParser(target=part, forbid_dtd=True)
        with self._archive.open(path) as file:
            while chunk := file.read(CHUNK):
                parser.feed(chunk)
                yield
        parser.close()
        yield

    def _refuse_large(self, path: str) -> None:
        if self._archive.getinfo(path).file_size > MOST_PART_BYTES:
            raise too_large()
