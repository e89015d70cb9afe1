"""What becomes of each row of a table of codes: the rules of a row, in words.

A row with an id changes that code, a row without one makes a new draft. What it changes of a code
that readers see waits in a draft. Nothing is written here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self

from django.db.models import Q
from django.utils.translation import gettext, gettext_noop

from upendo.catalogue import codes
from upendo.catalogue.models import Jar
from upendo.labels.tables.cells import NotText, quoted
from upendo.labels.tables.columns import jar_columns
from upendo.labels.tables.plain import Row


class Outcome(StrEnum):
    """What becomes of a row, as a report calls it; what is to be mended comes first."""

    TO_BE_MENDED = gettext_noop("To be mended")
    CHANGED = gettext_noop("Changed")
    NEW = gettext_noop("New")
    UNCHANGED = gettext_noop("Unchanged")


@dataclass(frozen=True)
class CheckedRow:
    """What becomes of one row, and what the row makes of a code, unless it is to be mended.

    ``seen`` and ``values`` hold what the columns say of the code ``pk``, by their attributes: as
    it was at the check, and as the row makes it.
    """

    line: int
    code: str
    outcome: Outcome
    words: str
    pk: int | None = None
    seen: dict[str, Any] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """Return a row as it was before ``as_json``."""
        return cls(**kept | {"outcome": Outcome(kept["outcome"])})

    @property
    def as_json(self) -> dict[str, Any]:
        """The row for the database."""
        return vars(self)


def find_jars(rows: Sequence[Row]) -> list[Jar]:
    """Return the codes that these rows name by their id or their text."""
    ids = [id_ for row in rows if re.fullmatch(r"\d{1,18}", id_ := row.cells.get("id", ""))]
    typed = [codes.normalise(row.cells.get("code", "")) for row in rows]
    return list(Jar.objects.filter(Q(pk__in=ids) | Q(code__in=typed)))


def seen_of(jar: Jar, attributes: Iterable[str]) -> dict[str, Any]:
    """Return what a code says in these columns, by their attributes."""
    return {attribute: getattr(jar, attribute) for attribute in attributes}


class Check:
    """Remembers what former rows were about, which a row must not be about again."""

    def __init__(self, former: Iterable[CheckedRow] = ()) -> None:
        self._columns = {column.heading: column for column in jar_columns()}
        self._lines: dict[str | int, int] = {}  # where each code and each id stands
        for row in former:
            self._remember(row)
        self._jars: dict[str, Jar] = {}
        self._owners: dict[str, int] = {}  # the primary keys behind codes that these rows name

    def rows(self, rows: Sequence[Row]) -> Iterator[CheckedRow]:
        """Yield what becomes of some more rows, whose codes are looked up together."""
        found = find_jars(rows)
        self._jars = {str(jar.pk): jar for jar in found}
        self._owners = {jar.code: jar.pk for jar in found}
        for row in rows:
            checked = self._row(row)
            self._remember(checked)
            yield checked

    def _remember(self, row: CheckedRow) -> None:
        if row.outcome != Outcome.TO_BE_MENDED:
            self._lines |= {key: row.line for key in (row.code, row.pk) if key}

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
        return self._as_written(row.line, jar, values)

    def _as_written(self, line: int, jar: Jar, values: dict[str, Any]) -> CheckedRow:
        """Return what a row without problems makes of a code."""
        code = values.get("code", jar.code)
        if not jar.pk:
            words = (
                gettext("A new draft.")
                if code
                else gettext("A new draft, with a code that we make.")
            )
            return CheckedRow(line, code, Outcome.NEW, words, values=values)
        changes = self._changes(jar, values)
        if not changes:
            return CheckedRow(line, code, Outcome.UNCHANGED, "", jar.pk)
        words = "; ".join(changes) + (gettext(". It waits in a draft.") if jar.is_printed else "")
        seen = seen_of(jar, [column.attribute for column in self._columns.values()])
        return CheckedRow(line, code, Outcome.CHANGED, words, jar.pk, seen, values)

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
