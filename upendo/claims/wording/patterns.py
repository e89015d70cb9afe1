"""What managers write into a rule, as a regular expression.

One phrase a line. A space also stands for a hyphen, a line break, or nothing at all: "eco friendly"
finds "eco-friendly" and "ecofriendly". A star at a word's start or end stands for any letters:
"heal*". Three dots stand for up to MOST_BETWEEN other words of the same sentence, and a name in
brackets for any phrase of that list: "[eases] ... [illness]". The last word, and the last of each
phrase on a list, may take its language's usual endings. Phrases match whole words only. A letter is
also found as the digit that looks like it.

Every repetition in the expression is bounded, so that no text can keep it busy for long.
"""

import re
from functools import lru_cache

from django.core.exceptions import ValidationError

from upendo.claims.wording.branches import branches
from upendo.claims.wording.endings import with_endings
from upendo.claims.wording.plain import plain

LANGUAGES = [
    ("en", "English"),
    ("de", "German"),
    ("fr", "French"),
    ("nl", "Dutch"),
    ("es", "Spanish"),
    ("it", "Italian"),
    ("sw", "Swahili"),
]
MOST_STARS = 2
MOST_WORDS = 8
MOST_BETWEEN = 5
_ANY_LETTERS = r"\w{0,15}"
_BETWEEN = rf"(?:[^\w.!]{{1,6}}\w{{1,30}}){{0,{MOST_BETWEEN}}}?[^\w.!]{{1,6}}"
_PIECE = re.compile(r"\[[\w ]+\]|\.\.\.|\*?\w+\*?|[%&+]")
# A letter and a digit that stands for it; a capital I is often an l.
_ALIKE = {"o": "[o0]", "0": "[0o]", "i": "[i1]", "l": "[l1i]", "1": "[1li]"}

# The phrases of each list by its language and name.
type Lists = frozenset[tuple[str, str, str]]


@lru_cache(maxsize=500)
def compile_phrases(phrases: str, language: str, lists: Lists = frozenset()) -> re.Pattern[str]:
    """Return what finds any of the phrases, which are of one language or "", in a plain text."""
    named = {plain(name): words for of, name, words in lists if of == language}
    found = branches(_lines(phrases, language, named))
    return re.compile(rf"(?<!\w)(?:{found or '(?!)'})(?!\w)")


def validate_phrases(phrases: str) -> None:
    """Raises ValidationError, which names the line that cannot be a phrase."""
    for line in map(str.strip, phrases.splitlines()):
        pieces = _pieces(line)
        if line and not any(piece.strip("*[]").replace(" ", "").isalnum() for piece in pieces):
            raise ValidationError(f"“{line}” has no letters. Write words.")
        if pieces and "..." in (pieces[0], pieces[-1]):
            raise ValidationError(f"“{line}”: the dots stand between words.")
        if any("*" in piece and len(piece.strip("*")) < 3 for piece in pieces):
            raise ValidationError(f"“{line}”: write at least three letters beside a star.")
        if line.count("*") > MOST_STARS or len(pieces) > MOST_WORDS or pieces.count("...") > 2:
            raise ValidationError(
                f"“{line}” is too much for one line: at most {MOST_WORDS} words, {MOST_STARS} "
                "stars and twice three dots."
            )


def validate_list(phrases: str) -> None:
    """Raises ValidationError, which names the line that cannot stand on a list."""
    validate_phrases(phrases)
    for line in phrases.splitlines():
        if any(piece[0] in "[." for piece in _pieces(line)):
            raise ValidationError(f"“{line}”: a list has plain phrases, without dots and brackets.")


def lists_named(phrases: str) -> set[str]:
    """Return the names of the lists that phrases ask for, in their plain form."""
    return {p[1:-1].strip() for line in phrases.splitlines() for p in _pieces(line) if p[0] == "["}


def _lines(phrases: str, language: str, named: dict[str, str]) -> list[list[str]]:
    """Return each line as the expressions that it is made of; a list is one of them."""
    lines = []
    for pieces in filter(None, map(_pieces, phrases.splitlines())):
        line: list[str] = []
        for piece, before in zip(pieces, ["...", *pieces], strict=False):
            if "..." not in (piece, before):
                line.append(" ?")
            if piece == "...":
                line.append(_BETWEEN)
            elif piece[0] == "[":
                words = branches(_lines(named.get(piece[1:-1].strip(), ""), language, {}))
                line.append(f"(?:{words or '(?!)'})(?!\\w)")
            else:
                line += _letters(piece)
        if pieces[-1][-1].isalpha():
            line = with_endings(line, pieces[-1], language)
        lines.append(line)
    return lines


def _letters(piece: str) -> list[str]:
    before = [_ANY_LETTERS] if piece.startswith("*") else []
    after = [_ANY_LETTERS] if piece.endswith("*") else []
    return [*before, *(_ALIKE.get(letter, re.escape(letter)) for letter in piece.strip("*")), *after]


def _pieces(line: str) -> list[str]:
    return _PIECE.findall(plain(line))
