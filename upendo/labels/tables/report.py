"""What an import would do with each row, or did, in words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext

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


@dataclass(frozen=True)
class Report:
    """The rows of a table that was checked, and what is to be said of the file as a whole."""

    rows: Sequence[CheckedRow]
    notes: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def totals(self) -> Counter[Outcome]:
        """How many rows become what."""
        return Counter(row.outcome for row in self.rows)

    @property
    def is_in_order(self) -> bool:
        """Whether no row is to be mended."""
        return not self.totals[Outcome.TO_BE_MENDED]

    @property
    def kinds(self) -> list[Kind]:
        """The kinds of rows that there are, those to be mended first."""
        of_kind = {kind: [row for row in self.rows if row.outcome == kind] for kind in Outcome}
        return [
            Kind(gettext(kind), len(rows), rows[:SHOWN]) for kind, rows in of_kind.items() if rows
        ]

    @property
    def as_csv(self) -> str:
        """Every row with what becomes of it."""
        lines = [csv_line(["line", "code", "result", "in words"])]
        lines += [csv_line([row.line, row.code, row.outcome, row.words]) for row in self.rows]
        return "".join(lines)
