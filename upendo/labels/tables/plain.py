"""What comes back of a table that was read in a process of its own."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import IO, Any, NamedTuple, Self

from upendo.labels.tables.cells import Kept, NotText
from upendo.labels.tables.reading import Line
from upendo.labels.tables.spreadsheets import TableFile


class Row(NamedTuple):
    """The line that a row stands on, and its cells as text by their headings."""

    line: int
    cells: dict[str, str]

    @classmethod
    def from_json(cls, line: int, cells: dict[str, Any]) -> Self:
        """Return a row as it was before ``as_json``."""
        return cls(
            line,
            {
                heading: cell if isinstance(cell, str) else NotText(cell[0], Kept(cell[1]))
                for heading, cell in cells.items()
            },
        )

    @property
    def as_json(self) -> tuple[int, dict[str, Any]]:
        """The row for the database, with what the spreadsheet keeps as no text told apart."""
        return self.line, {
            heading: [str(cell), cell.kept] if isinstance(cell, NotText) else cell
            for heading, cell in self.cells.items()
        }


@dataclass(frozen=True)
class Table:
    """All rows below the headings, and what is to be said of the file as a whole."""

    headings: list[str]
    lines: list[Line]
    notes: list[str]

    def __iter__(self) -> Iterator[Row]:
        for line, cells in self.lines:
            pairs = zip_longest(self.headings, cells[: len(self.headings)], fillvalue="")
            yield Row(line, {heading: cell for heading, cell in pairs if heading})


def plain_table(file: IO[bytes], known: Collection[str]) -> Table:
    """Read a table of these columns in this process. Raises SpreadsheetError."""
    table = TableFile(file.read())
    table.find_headings(known)
    lines = list(table)
    return Table(table.headings, lines, table.notes)
