"""Reads the first sheet of an .xlsx file as a stream of rows, of which there may be many.

Only what a table of codes needs is read: no fills, no charts, no dimension that a file claims to
have. Work and memory are bounded by what is there, not by what is said to be there.
"""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any

from defusedxml.ElementTree import DefusedXMLParser
from django.core.exceptions import ValidationError

from upendo.labels.tables.workbook_parts import (
    Part,
    Relations,
    Rows,
    Sheets,
    SpreadsheetError,
    Strings,
    Styles,
    too_large,
)

MOST_UNZIPPED_BYTES = 100 * 1024 * 1024
MOST_PART_BYTES = 40 * 1024 * 1024
CHUNK = 64 * 1024  # bytes


def workbook_lines(content: bytes) -> Iterator[tuple[int, list[Any]]]:
    """Yield the number and the values of each row that the first sheet has.

    Raises SpreadsheetError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_UNZIPPED_BYTES:
                raise too_large()
            yield from _Book(archive).lines()
    except ValidationError:
        raise
    # A damaged file raises much: zlib.error, RuntimeError for a password, NotImplementedError.
    except Exception as error:
        raise SpreadsheetError(
            "This workbook cannot be read: it is damaged, or locked with a password. "
            "Save it again as .xlsx without one, or as CSV."
        ) from error


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
        sheets = self._all(main, Sheets())
        relations = self._relations(f"{folder}/_rels/{name}.rels")
        first = next((id_ for id_ in sheets.ids if relations[id_][0] == "worksheet"), None)
        if first is None:
            raise SpreadsheetError("This workbook has no sheet with cells. Send one that has.")
        parts = {kind: target for kind, target in relations.values() if kind != "worksheet"}
        strings, styles = Strings(), Styles()
        if "sharedStrings" in parts:
            self._all(posixpath.join("/", folder, parts["sharedStrings"])[1:], strings)
        if "styles" in parts:
            self._all(posixpath.join("/", folder, parts["styles"])[1:], styles)
        rows = Rows(strings.found, styles.dates, sheets.epoch)
        path = posixpath.normpath(posixpath.join("/", folder, relations[first][1]))[1:]
        for _ in self._chunks(path, rows):
            while rows.done:
                yield rows.done.popleft()

    def _relations(self, path: str) -> dict[str, tuple[str, str]]:
        return self._all(path, Relations()).found if path in self._names else {}

    def _all[P: Part](self, path: str, part: P) -> P:
        for _ in self._chunks(posixpath.normpath(path), part):
            pass
        return part

    def _chunks(self, path: str, part: Part) -> Iterator[None]:
        """Have a part told what the file holds, and pause after each piece of it."""
        if self._archive.getinfo(path).file_size > MOST_PART_BYTES:
            raise too_large()
        parser = DefusedXMLParser(target=part, forbid_dtd=True)
        with self._archive.open(path) as file:
            while chunk := file.read(CHUNK):
                parser.feed(chunk)
                yield
        parser.close()
        yield
