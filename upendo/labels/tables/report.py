"""What an import did, or would do, with each row, in words."""

import io
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from import_export.results import Result, RowResult

from upendo.labels.tables.spreadsheets import csv_line

SHOWN = 100  # rows of each kind that stand on the page; the report has all


class RowReport(RowResult):  # type: ignore[misc]  # the library ships no types
    """What becomes of one row."""

    line = 0
    code = ""
    words = ""


@dataclass(frozen=True)
class Kind:
    """What rows of one kind are called, and the first of them."""

    title: str
    total: int
    rows: list[RowReport]

    @property
    def left_out(self) -> int:
        """How many more there are."""
        return self.total - len(self.rows)


class ImportReport(Result):  # type: ignore[misc]  # the library ships no types
    """All rows counted, some of each kind kept for the page, and every one in a CSV file."""

    TITLES = {
        RowResult.IMPORT_TYPE_INVALID: "To be mended",
        RowResult.IMPORT_TYPE_UPDATE: "Changed",
        RowResult.IMPORT_TYPE_NEW: "New",
        RowResult.IMPORT_TYPE_SKIP: "Unchanged",
    }

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, list[RowReport]] = defaultdict(list)
        self._file = io.StringIO()
        self._file.write(csv_line(["line", "code", "result", "in words"]))

    @property
    def kinds(self) -> list[Kind]:
        """The kinds of rows that there are, those to be mended first."""
        return [
            Kind(title, self.totals[name], self._shown[name])
            for name, title in self.TITLES.items()
            if self.totals[name]
        ]

    @property
    def as_csv(self) -> str:
        """Every row with what becomes of it."""
        return self._file.getvalue()

    def append_row_result(self, row_result: RowReport) -> None:
        kind = row_result.import_type
        if len(self._shown[kind]) < SHOWN:
            self._shown[kind].append(row_result)
        title = self.TITLES.get(kind, "")
        self._file.write(csv_line([row_result.line, row_result.code, title, row_result.words]))

    def append_invalid_row(self, number: int, row: Any, validation_error: Exception) -> None:
        """Keep nothing more: the row's own report says what is wrong with it."""

    def has_validation_errors(self) -> bool:
        return bool(self.totals[RowResult.IMPORT_TYPE_INVALID])
