"""What somebody sees in a cell, and what the spreadsheet has made of what was typed there."""

import re
import unicodedata
from enum import StrEnum
from typing import Any, Self

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from upendo.desk.tables.csv_lines import FORMULA_SIGNS

LONGEST_QUOTED = 60  # letters
ADVICE = _(
    "Format the column as text, and type it again: a spreadsheet drops zeros at the front, turns "
    "1E10 into 10000000000 and MAR12 into a date."
)
# What has no width: soft hyphens, joiners, marks of direction.
_UNSEEN = re.compile(r"[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# Selectors and fillers, which are kept in a text but make no other name.
_FILLING = re.compile(r"[\s\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u3164\ufe00-\ufe0f\uffa0]")
_MARKS = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc\u2032\u055a\ua78c\uff07`\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
)
# What Excel, LibreOffice and Google Sheets show instead of a value, in English and in German.
_ERROR = re.compile(
    r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|SPILL!|CALC!|ERROR!|WERT!|BEZUG!|ZAHL!|NV|##+)"
    r"|Err:[0-9]{3}"
)
_MONTH = (
    "jan|janv|jän|ene|gen|feb|fev|fév|févr|mar|mär|mrz|mars|mrt|apr|avr|abr|may|mai|mei|mag|maj|"
    "jun|juin|giu|jul|juil|lug|aug|août|ago|sep|sept|set|oct|okt|ott|out|nov|dec|dez|déc|dic"
)
# How a spreadsheet writes into CSV what it has read as a number or a date.
_CHANGED = re.compile(
    rf"""[-+]?[0-9.,]*[0-9][.,][0-9][0-9.,]*(E[-+]?[0-9]+)? | [-+]?[0-9]+E[-+][0-9]+
    | [0-9]{{1,4}}([-./])[0-9]{{1,2}}\2[0-9]{{1,4}}(\s.*)?
    | [0-9]{{1,2}}[-.\ ]+({_MONTH})\.?([-.\ ]+[0-9]{{2,4}})? | ({_MONTH})[-.\ ]+[0-9]{{1,4}}""",
    re.IGNORECASE | re.VERBOSE,
)


class Kept(StrEnum):
    """As what a spreadsheet keeps a cell that is no text."""

    NUMBER = gettext_noop("a number")
    DATE = gettext_noop("a date")
    TRUTH = gettext_noop("TRUE or FALSE")
    ERROR = gettext_noop("an error")
    FORMULA = gettext_noop("a formula without its result")


class NotText(str):
    """A cell as it is seen, which the spreadsheet keeps as something else than a text."""

    __slots__ = ("kept",)
    kept: Kept

    def __new__(cls, text: str, kept: Kept) -> Self:
        self = super().__new__(cls, text)
        self.kept = kept
        return self

    def __getnewargs__(self) -> tuple[str, Kept]:  # type: ignore[override]  # a text has one only
        return str(self), self.kept

    @property
    def is_lost(self) -> bool:
        """Whether nobody can know what it should be."""
        return self.kept in {Kept.TRUTH, Kept.ERROR, Kept.FORMULA}


def as_seen(value: Any) -> str:
    """Return a cell as somebody sees it: 500 and not 500.0, no apostrophe that guards a text."""
    if value is None or isinstance(value, NotText):
        return value or ""
    if not isinstance(value, str):
        return _not_text(value)
    text = _UNSEEN.sub("", value).strip()
    if _ERROR.fullmatch(text):
        return NotText(text, Kept.ERROR)
    return text[1:] if text.startswith(tuple(f"'{sign}" for sign in FORMULA_SIGNS)) else text


def _not_text(value: Any) -> NotText:
    if isinstance(value, bool):
        return NotText(str(value).upper(), Kept.TRUTH)
    if isinstance(value, int | float):
        is_whole = isinstance(value, float) and value.is_integer()
        return NotText(str(int(value) if is_whole else value), Kept.NUMBER)
    return NotText(str(value).removesuffix(" 00:00:00"), Kept.DATE)


def was_changed(text: str) -> bool:
    """Whether a spreadsheet has made a number or a date of what was typed."""
    is_short = len(text) <= LONGEST_QUOTED
    return isinstance(text, NotText) or (is_short and _CHANGED.fullmatch(text) is not None)


def alike(name: str) -> str:
    """Return what a name has in common with others that look the same.

    They differ in spaces, in what is not seen, in the Unicode form of their letters, or in which
    apostrophe, quotation mark or hyphen a program has put.
    """
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", name.translate(_MARKS)))
    return _FILLING.sub("", plain)


def quoted(text: str) -> str:
    """Return a cell's text between quotation marks, of a very long one the beginning."""
    short = text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}…"
    return f"“{short}”"
