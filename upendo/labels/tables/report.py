"""What an import did, or would do, with each row, in words."""

import io
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from upendo.desk.tables.csv_lines import csv_line
from upendo.labels.tables.check import CheckedRow, Outcome

SHOWN = 100  # rows of each kind that stand on the page; the report has all


@dataclass(frozen=True)
class Kind:
    """What rows of one kind are called, and the first of them."""

    title: str
    total: int
    rows: list[CheckedRow]

    @property
    def left_out(self) -> int:
        """How many more there are."""
        return self.total - len(self.rows)


class Report:
    """All rows counted, some of each kind kept for the page, and every one in a CSV file."""

    def __init__(self) -> None:
        self.totals: Counter[Outcome] = Counter()
        self.notes: list[str] = []  # on the file as a whole
        self._shown: dict[Outcome, list[CheckedRow]] = defaultdict(list)
        self._file = io.StringIO()
        self._file.write(csv_line(["line", "code", "result", "in words"]))

    @property
    def total(self) -> int:
        """How many rows there are."""
        return self.totals.total()

    @property
    def is_in_order(self) -> bool:
        """Whether no row is to be mended."""
        return not self.totals[Outcome.TO_BE_MENDED]

    @property
    def kinds(self) -> list[Kind]:
        """The kinds of rows that there are, those to be mended first."""
        return [
            Kind(outcome, self.totals[outcome], self._shown[outcome])
            for outcome in Outcome
            if self.totals[outcome]
        ]

    @property
    def as_csv(self) -> str:
        """Every row with what becomes of it."""
        return self._file.getvalue()

    def add(self, rows: Iterable[CheckedRow]) -> None:
        """Count these rows and write them down."""
        for row in rows:
            self.totals[row.outcome] += 1
            if len(self._shown[row.outcome]) < SHOWN:
                self._shown[row.outcome].append(row)
            self._file.write(csv_line([row.line, row.code, row.outcome, row.words]))
