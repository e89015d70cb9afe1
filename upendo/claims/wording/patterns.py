"""What managers write into a rule, and where a text says it.

One phrase a line. A space also stands for a hyphen, a line break, or nothing at all: "eco friendly"
finds "eco-friendly" and "ecofriendly". A star at a word's start or end stands for any letters:
"heal*". Three dots stand for up to MOST_BETWEEN other words of the same sentence, and a name in
brackets for any phrase of that list: "[eases] ... [illness]". The last word, and the last of each
phrase on a list, may take its language's usual endings. Phrases match whole words only. A letter is
also found as the digit that looks like it.

Words become expressions in which every repetition is bounded, so that no text can keep one busy for
long; each list is looked up in a text once, and the finds are then joined.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.claims.wording.branches import BETWEEN_WORDS, branches
from upendo.claims.wording.endings import with_endings
from upendo.claims.wording.plain import Form, PlainText, Span, plain

LANGUAGES = [
    ("en", _("English")),
    ("de", _("German")),
    ("fr", _("French")),
    ("nl", _("Dutch")),
    ("es", _("Spanish")),
    ("it", _("Italian")),
    ("sw", _("Swahili")),
]
MOST_STARS = 2
MOST_WORDS = 8
MOST_BETWEEN = 5
LONGEST_BETWEEN = 150  # characters
_ANY_LETTERS = r"\w{0,15}"
_PIECE = re.compile(r"\[[\w ]+\]|\.\.\.|\*?\w+\*?|[%&+]")
# A letter and a digit that stands for it; a capital I is often an l.
_ALIKE = {"o": "[o0]", "0": "[0o]", "i": "[i1]", "l": "[l1i]", "1": "[1li]"}

# The phrases of each list by its language and name.
type Lists = frozenset[tuple[str, str, str]]


@dataclass(frozen=True)
class Step:
    """One part of a phrase, and whether other words may stand before it."""

    pattern: re.Pattern[str]
    loose: bool


@dataclass(frozen=True)
class Phrases:
    """Plain phrases as one expression, and those of several parts."""

    plain: re.Pattern[str]
    combined: tuple[tuple[Step, ...], ...]

    def spans_in(self, text: PlainText) -> set[Span]:
        """Return where any of them stands, as places in the written text."""
        return {
            form.written(*span)
            for form in text.forms
            for places in (
                form.places(self.plain),
                *(_joined(form, steps) for steps in self.combined),
            )
            for span in places
        }


@lru_cache(maxsize=500)
def compile_phrases(phrases: str, language: str, lists: Lists = frozenset()) -> Phrases:
    """Return what finds any of the phrases, which are of one language or ""."""
    named = {plain(name): words for of, name, words in lists if of == language}
    alone, combined = [], []
    for line in phrases.splitlines():
        pieces = _pieces(line)
        if any(piece[0] in "[." for piece in pieces):
            combined.append(tuple(_steps(pieces, language, named)))
        else:
            alone.append(line)
    return Phrases(_pattern("\n".join(alone), language), tuple(combined))


def _steps(pieces: list[str], language: str, named: dict[str, str]) -> Iterator[Step]:
    loose, words = False, list[str]()
    for piece, after in zip(pieces, [*pieces[1:], ""], strict=True):
        if piece == "...":
            loose = True
            continue
        if piece[0] == "[":
            pattern = _pattern(named.get(piece[1:-1].strip(), ""), language)
        else:
            words.append(piece)
            if after and after[0] not in "[.":
                continue
            # Only the last word of a line has endings.
            pattern = _pattern(" ".join(words), "" if after else language)
        yield Step(pattern, loose)
        loose, words = False, []


def _joined(form: Form, steps: tuple[Step, ...]) -> list[Span]:
    """Return where the parts stand one after the other."""
    first, *others = steps
    reached = form.places(first.pattern)
    for step in others:
        places = form.places(step.pattern) if reached else []
        reached = [
            (start, place[1])
            for start, end in reached
            for place in _soon_after(places, end)
            if _may_follow(form.plain[end : place[0]], step)
        ]
    return reached


def _soon_after(places: list[Span], end: int) -> Iterator[Span]:
    after = islice(places, bisect_left(places, (end, 0)), None)
    return takewhile(lambda place: place[0] - end <= LONGEST_BETWEEN, after)


def _may_follow(between: str, step: Step) -> bool:
    if not step.loose:
        return between in ("", " ")
    return len(between.split()) <= MOST_BETWEEN and not {".", "!"}.intersection(between)


@lru_cache(maxsize=1000)
def _pattern(phrases: str, language: str) -> re.Pattern[str]:
    found = branches(_expressions(p, language) for p in map(_pieces, phrases.splitlines()) if p)
    return re.compile(rf"(?<!\w)(?:{found or '(?!)'})(?!\w)")


def validate_phrases(phrases: str) -> None:
    """Raises ValidationError, which names the line that cannot be a phrase."""
    for line in map(str.strip, phrases.splitlines()):
        pieces, said = _pieces(line), {"line": line}
        if line and not any(piece.strip("*[]").replace(" ", "").isalnum() for piece in pieces):
            raise ValidationError(gettext("“%(line)s” has no letters. Write words.") % said)
        if pieces and "..." in (pieces[0], pieces[-1]):
            raise ValidationError(gettext("“%(line)s”: the dots stand between words.") % said)
        if any("*" in piece and len(piece.strip("*")) < 3 for piece in pieces):
            raise ValidationError(
                gettext("“%(line)s”: write at least three letters beside a star.") % said
            )
        if line.count("*") > MOST_STARS or len(pieces) > MOST_WORDS or pieces.count("...") > 2:
            raise ValidationError(
                gettext(
                    "“%(line)s” is too much for one line: at most %(words)d words, %(stars)d stars "
                    "and twice three dots."
                )
                % {"line": line, "words": MOST_WORDS, "stars": MOST_STARS}
            )


def validate_list(phrases: str) -> None:
    """Raises ValidationError, which names the line that cannot stand on a list."""
    validate_phrases(phrases)
    for line in phrases.splitlines():
        if any(piece[0] in "[." for piece in _pieces(line)):
            raise ValidationError(
                gettext("“%(line)s”: a list has plain phrases, without dots and brackets.")
                % {"line": line}
            )


def lists_named(phrases: str) -> set[str]:
    """Return the names of the lists that phrases ask for, in their plain form."""
    return {p[1:-1].strip() for line in phrases.splitlines() for p in _pieces(line) if p[0] == "["}


def _expressions(pieces: list[str], language: str) -> list[str]:
    """Return a phrase as the expressions of its letters."""
    letters: list[str] = []
    for piece in pieces:
        letters += [BETWEEN_WORDS, *_letters(piece)] if letters else _letters(piece)
    return with_endings(letters, pieces[-1], language) if pieces[-1][-1].isalpha() else letters


def _letters(piece: str) -> list[str]:
    before = [_ANY_LETTERS] if piece.startswith("*") else []
    after = [_ANY_LETTERS] if piece.endswith("*") else []
    return [
        *before,
        *(_ALIKE.get(letter, re.escape(letter)) for letter in piece.strip("*")),
        *after,
    ]


def _pieces(line: str) -> list[str]:
    return _PIECE.findall(plain(line))
