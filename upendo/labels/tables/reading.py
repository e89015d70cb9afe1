"""What all kinds of files have in common while they are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, islice
from typing import Any

from django.core.exceptions import ValidationError

from upendo.labels.tables.cells import as_seen

MOST_ABOVE = 20  # lines, among which the headings must be

type Line = tuple[int, list[str]]


class SpreadsheetError(ValidationError):
    """The file is no table that can be read; the message says what to do."""


@dataclass
class Reading:
    """One way to read a file: as one of its sheets, or with one of the signs between CSV's cells.

    Its lines have their numbers and the values of their cells, and can be read once.
    """

    name: str
    values: Iterator[tuple[int, Sequence[Any]]]
    hidden: list[int] = field(default_factory=list)  # lines read so far that nobody sees

    @cached_property
    def first(self) -> list[Line]:
        """The first lines that are not empty. Raises SpreadsheetError, as reading on does."""
        return list(islice(self._filled, MOST_ABOVE))

    def after(self, index: int) -> Iterator[Line]:
        """Yield the lines behind one of the first."""
        return chain(self.first[index + 1 :], self._filled)

    @cached_property
    def _filled(self) -> Iterator[Line]:
        """The lines that are not empty, as text and without empty cells at the end."""
        return ((number, texts) for number, cells in self.values if (texts := _without_end(cells)))


def _without_end(cells: Sequence[Any]) -> list[str]:
    texts = [as_seen(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts
