"""What becomes of each row of a table of codes: the rules of a row, in words.

A row with an id changes that code, a row without one makes a new draft. What it changes of a code
that readers see waits in a draft. Nothing is written here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import batched
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext, gettext_noop

from upendo.catalogue import codes
from upendo.catalogue.models import Jar
from upendo.labels.tables.cells import NotText, quoted
from upendo.labels.tables.columns import jar_columns
from upendo.labels.tables.plain import Row, Table

ROWS_A_QUERY = 500


class Outcome(StrEnum):
    """What becomes of a row, as a report calls it; what is to be mended comes first."""

    TO_BE_MENDED = gettext_noop("To be mended")
    CHANGED = gettext_noop("Changed")
    NEW = gettext_noop("New")
    UNCHANGED = gettext_noop("Unchanged")


@dataclass(frozen=True)
class CheckedRow:
    """What becomes of one row, and the code as the row makes it, unless it is to be mended."""

    line: int
    code: str
    outcome: Outcome
    words: str
    jar: Jar | None = None


def check_rows(table: Table) -> Iterator[list[CheckedRow]]:
    """Yield what becomes of the rows, some hundred at a time."""
    check = _Check()
    for rows in batched(table, ROWS_A_QUERY, strict=False):
        yield check.rows(rows)


def find_jars(rows: Sequence[Row]) -> list[Jar]:
    """Return the codes that these rows name by their id or their text."""
    ids = [id_ for row in rows if re.fullmatch(r"\d{1,18}", id_ := row.cells.get("id", ""))]
    typed = [codes.normalise(row.cells.get("code", "")) for row in rows]
    return list(Jar.objects.filter(Q(pk__in=ids) | Q(code__in=typed)))


class _Check:
    """Remembers what former rows were about, which a row must not be about again."""

    def __init__(self) -> None:
        self._columns = {column.heading: column for column in jar_columns()}
        self._lines: dict[str | int, int] = {}  # where each code and each id stands
        self._jars: dict[str, Jar] = {}
        self._owners: dict[str, int] = {}  # the primary keys behind codes that these rows name

    def rows(self, rows: Sequence[Row]) -> list[CheckedRow]:
        found = find_jars(rows)
        self._jars = {str(jar.pk): jar for jar in found}
        self._owners = {jar.code: jar.pk for jar in found}
        return [self._row(row) for row in rows]

    def _row(self, row: Row) -> CheckedRow:
        given = row.cells.get("id", "")
        # A new code is told apart by its empty id; without a text it gets one when it is saved.
        jar = self._jars.get(given) if given else Jar(code="")
        if jar is None:
            problem = gettext(
                "There is no code with the id %(given)s. Leave the id empty for a new code."
            ) % {"given": quoted(given)}
            return self._to_be_mended(row, "", [problem])
        values, problems = self._read(row, jar)
        problems += self._clashes(jar, values.get("code", jar.code))
        if problems:
            return self._to_be_mended(row, jar.code, problems)
        changes = self._changes(jar, values)
        for attribute, value in values.items():
            setattr(jar, attribute, value)
        self._lines |= {key: row.line for key in (jar.code, jar.pk) if key}
        if jar.pk and not changes:
            return CheckedRow(row.line, jar.code, Outcome.UNCHANGED, "")
        if not jar.pk:
            words = (
                gettext("A new draft.")
                if jar.code
                else gettext("A new draft, with a code that we make.")
            )
            return CheckedRow(row.line, jar.code, Outcome.NEW, words, jar)
        words = "; ".join(changes) + (gettext(". It waits in a draft.") if jar.is_printed else "")
        return CheckedRow(row.line, jar.code, Outcome.CHANGED, words, jar)

    def _read(self, row: Row, jar: Jar) -> tuple[dict[str, Any], list[str]]:
        """Return what the cells make of a code, by attribute, and what is wrong with them."""
        # A column that is left out leaves codes as they are; a new one lacks it.
        cells = row.cells if jar.pk else dict.fromkeys(self._columns, "") | row.cells
        values, problems = {}, []
        for heading, text in cells.items():
            column = self._columns[heading]
            if isinstance(text, NotText) and text.is_lost:
                problems.append(
                    gettext(
                        "The cell under “%(heading)s” holds %(kept)s, %(text)s. Write what it "
                        "should be."
                    )
                    % {"heading": heading, "kept": gettext(text.kept), "text": quoted(text)}
                )
                continue
            try:
                values[column.attribute] = column.value(jar, text)
            except ValueError as problem:
                problems.append(str(problem))
        return values, problems

    def _clashes(self, jar: Jar, code: str) -> Iterator[str]:
        if line := self._lines.get(code) or self._lines.get(jar.pk):
            yield gettext("Line %(line)s is about this code already.") % {"line": line}
        elif self._owners.get(code, jar.pk) != jar.pk:
            yield gettext(
                "%(code)s exists already. To change it, write its id as an export does."
            ) % {"code": code}

    def _changes(self, jar: Jar, values: dict[str, Any]) -> list[str]:
        none = gettext("none")
        return [
            f"{heading}: {column.cell(before) or none} → {column.cell(after) or none}"
            for heading, column in self._columns.items()
            if (before := getattr(jar, column.attribute))
            != (after := values.get(column.attribute, before))
        ]

    @staticmethod
    def _to_be_mended(row: Row, code: str, problems: list[str]) -> CheckedRow:
        code = row.cells.get("code", "")[: codes.LONGEST] or code
        return CheckedRow(row.line, code, Outcome.TO_BE_MENDED, " ".join(problems))
