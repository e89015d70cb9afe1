"""The columns of a table of codes: what their cells mean, and how they are written."""

import difflib
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models
from django.utils.translation import gettext

from upendo.catalogue import codes
from upendo.catalogue.models import Batch, Beekeeper, Jar, Retailer
from upendo.desk.tables.xlsx import Cell
from upendo.labels.tables.cells import ADVICE, NotText, alike, quoted, was_changed

# Of the categories of Unicode: letters, digits, marks above them, hyphens, spaces.
IN_A_CODE = ("L", "N", "M", "Pd", "Zs")
MOST_HINTS = 20  # looking for a similar name takes long; a file of nothing but slips has many


@dataclass
class Column:
    """A column that is only to be read."""

    heading: str
    attribute: str
    meaning: str

    def value(self, jar: Jar, text: str) -> Any:
        """Return what a cell makes of this value of a code.

        Raises ValueError when it may not stand in this cell; the message says what to do.
        """
        return getattr(jar, self.attribute)

    def cell(self, value: Any) -> Cell:
        """Return how a value of a code stands in the table."""
        return str(value)


class CodeColumn(Column):
    """A code, in any letter case and with spaces or dashes."""

    def value(self, jar: Jar, text: str) -> str:
        if not text or text == jar.code:
            return jar.code
        if was_changed(text) or _has_lost_zeros(text, jar.code):
            raise ValueError(
                gettext("%(kept)s It may not be what was typed. %(advice)s")
                % {"kept": _kept(text), "advice": ADVICE}
            )
        code = codes.normalise(text)
        if not (codes.is_code(code) and ("/" in text or _is_one_word(text))):
            raise ValueError(
                gettext("%(text)s is no code. A code has 1 to 15 letters and digits.")
                % {"text": quoted(text)}
            )
        if code != jar.code and (jar.is_printed or (jar.pk and jar.labels.exists())):
            raise ValueError(
                gettext("%(code)s is printed on jars and keeps its code.") % {"code": jar.code}
            )
        return code


class StatusColumn(Column):
    """The status, which an import never changes."""

    def value(self, jar: Jar, text: str) -> str:
        if text.lower() not in ("", jar.status):
            raise ValueError(
                gettext("Publish and retire codes in their list. Leave the status here ")
                + (
                    gettext("as it is: %(status)s.") % {"status": jar.status}
                    if jar.pk
                    else gettext("empty: new codes are drafts.")
                )
            )
        return jar.status


class GramsColumn(Column):
    """A whole number of grams."""

    def value(self, jar: Jar, text: str) -> int:
        if text and not (text.isdecimal() and 0 < int(text) < 2**15):
            raise ValueError(
                gettext("%(text)s is no net weight. Write whole grams, like 500.")
                % {"text": quoted(text)}
            )
        return int(text) if text else jar.net_weight_grams

    def cell(self, value: int) -> int:
        return value


@dataclass
class NameColumn(Column):
    """A record of the catalogue by its name. All names are read once."""

    model: type[models.Model]
    field: str
    question: str = ""  # asked when the cell is empty; without one, it may be

    def __post_init__(self) -> None:
        self._near: dict[str, list[str]] = {}

    @cached_property
    def names(self) -> dict[int, str]:
        """The name of every record, by its primary key."""
        return dict(self.model._default_manager.values_list("pk", self.field))

    @cached_property
    def keys(self) -> dict[str, list[int]]:
        """The primary keys of every record, by what its name has in common with others."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for pk, name in self.names.items():
            found[alike(name)].append(pk)
        return found

    def value(self, jar: Jar, text: str) -> int | None:
        if not text:
            if self.question:
                raise ValueError(self.question)
            return None
        keys = self.keys.get(alike(text), [])
        if len(keys) > 1:  # they differ in how they are written, so one may be meant exactly
            keys = [pk for pk in keys if self.names[pk] == text] or keys
        kind = self.model._meta.verbose_name
        if not keys:
            kept = f"{_kept(text)} {ADVICE}" if was_changed(text) else self._hint(text)
            raise ValueError(
                gettext("There is no %(kind)s %(text)s. %(kept)s")
                % {"kind": kind, "text": quoted(text), "kept": kept}
            )
        if len(keys) > 1:
            raise ValueError(
                gettext(
                    "More than one %(kind)s is called %(text)s: their names look the same. "
                    "Write one of them differently first."
                )
                % {"kind": kind, "text": quoted(text)}
            )
        return keys[0]

    def cell(self, value: int | None) -> str:
        return "" if value is None else self.names[value]

    def _hint(self, name: str) -> str:
        if name not in self._near and len(self._near) < MOST_HINTS:
            self._near[name] = difflib.get_close_matches(name, self.names.values(), n=1)
        if near := self._near.get(name):
            return gettext("Is it “%(near)s”?") % {"near": near[0]}
        return gettext("Add it first, or check how it is written.")


def _kept(text: str) -> str:
    kept = gettext(text.kept) if isinstance(text, NotText) else gettext("a number or a date")
    return gettext("The spreadsheet keeps %(text)s as %(kept)s.") % {
        "text": quoted(text),
        "kept": kept,
    }


def _has_lost_zeros(text: str, code: str) -> bool:
    return text != code and text == code.lstrip("0")


def _is_one_word(text: str) -> bool:
    return all(unicodedata.category(char).startswith(IN_A_CODE) for char in text)


def jar_columns() -> list[Column]:
    """Return the columns, for one table: they remember the names that they have read."""
    here = gettext("The name, as it is written here.")
    return [
        Column(
            "id",
            "pk",
            gettext(
                "Names the code that a row changes, as an export writes it. Empty: a new code."
            ),
        ),
        CodeColumn("code", "code", gettext("1 to 15 letters and digits. Empty: we make one.")),
        StatusColumn(
            "status",
            "status",
            gettext("Draft, live or retired, for you to read; an import never changes it."),
        ),
        NameColumn(
            "batch",
            "batch_id",
            gettext("The lot number."),
            Batch,
            "lot",
            gettext("Which batch is it? Write its lot number."),
        ),
        NameColumn(
            "beekeeper",
            "beekeeper_id",
            here,
            Beekeeper,
            "name",
            gettext("Which beekeeper is it? Write the name."),
        ),
        NameColumn(
            "retailer",
            "retailer_id",
            gettext("%(here)s Empty: none.") % {"here": here},
            Retailer,
            "name",
        ),
        GramsColumn(
            gettext("net weight g"), "net_weight_grams", gettext("Whole grams. Empty: 500.")
        ),
    ]
