"""What managers write into a rule, as a regular expression.

One phrase a line. A space also stands for a hyphen, a line break, or nothing at all: "eco friendly"
finds "eco-friendly" and "ecofriendly". A star at a word's start or end stands for any letters:
"heal*". The last word may take its language's usual endings. Phrases match whole words only.

Every repetition in the expression is bounded, so that no text can keep it busy for long.
"""

import re
from functools import cache

from django.core.exceptions import ValidationError

from upendo.claims.wording.plain import plain_text

# The usual endings of nouns, adjectives and verbs.
ENDINGS = {
    "en": ("s", "es", "d", "ed", "ing", "r", "er", "st", "est"),
    "de": ("e", "n", "en", "em", "er", "es", "s", "ere", "eren", "erer", "eres", "ste", "sten"),
    "fr": ("e", "s", "es"),
    "nl": ("e", "s", "en", "er", "ere"),
    "es": ("s", "es"),
}
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
_ANY_LETTERS = r"\w{0,15}"
_PIECE = re.compile(r"\*?\w+\*?|[%&+]")


@cache
def compile_phrases(phrases: str, language: str) -> re.Pattern[str]:
    """Return what finds any of the phrases, which are of one language or "", in a plain text."""
    expressions = [
        _expression(pieces, ENDINGS.get(language, ()))
        for pieces in map(_pieces, phrases.splitlines())
        if pieces
    ]
    longest_first = "|".join(sorted(expressions, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{longest_first or '(?!)'})(?!\w)")


def validate_phrases(phrases: str) -> None:
    """Raises ValidationError, which names the line that cannot be a phrase."""
    for line in map(str.strip, phrases.splitlines()):
        pieces = _pieces(line)
        if line and not any(piece.strip("*").isalnum() for piece in pieces):
            raise ValidationError(f"“{line}” has no letters. Write words.")
        if any("*" in piece and len(piece.strip("*")) < 3 for piece in pieces):
            raise ValidationError(f"“{line}”: write at least three letters beside a star.")
        if line.count("*") > MOST_STARS or len(pieces) > MOST_WORDS:
            raise ValidationError(
                f"“{line}” is too much for one line: at most {MOST_WORDS} words and "
                f"{MOST_STARS} stars."
            )


def _pieces(line: str) -> list[str]:
    return _PIECE.findall(plain_text(line).plain)


def _expression(pieces: list[str], endings: tuple[str, ...]) -> str:
    words = []
    for piece in pieces:
        before = _ANY_LETTERS if piece.startswith("*") else ""
        after = _ANY_LETTERS if piece.endswith("*") else ""
        words.append(before + re.escape(piece.strip("*")) + after)
    if endings and pieces[-1][-1].isalpha():
        words[-1] += f"(?:{'|'.join(sorted(endings, key=len, reverse=True))})?"
    return " ?".join(words)
