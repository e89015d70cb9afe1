"""A text as patterns see it: letters and digits without case and accents, one space between words.

Soft hyphens, invisible characters, hyphens at a line's end and apostrophes vanish; other hyphens,
dashes and line breaks are spaces, and a blank line ends a sentence. A text with hyphens has a
second form in which they vanish too, since "anti-microbial" is "antimicrobial". Letters of other
alphabets that look like Latin ones are Latin. Each character knows where it was written.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

type Span = tuple[int, int]

# What is not seen, apostrophes, and a hyphen that only breaks a word at a line's end.
_VANISHING = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\u3164\ufe00-\ufe0f\ufeff\uffa0'\u2018\u2019\u02bc]|[-\u2010]\s*\n\s*(?=\w)"
)
# French and Italian articles before a vowel, which are words of their own.
_ELISION = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu|dell|all|nell|sull)['\u2019](?=\w)", re.IGNORECASE)
_INNER_HYPHEN = re.compile(r"(?<=\w)[-\u2010-\u2015\u2212](?=\w)")
_PARAGRAPH = re.compile(r"\n\s*\n")
_SPACES = re.compile(r"[\s_'\u2019\-\u2010-\u2015\u2212\u30fb]")
# The end of a sentence, or a blank line.
_SENTENCE_END = re.compile(r"[.!?…]+[\"”\u2019»)\]]*\s+|\n\s*\n\s*")
# Cyrillic and Greek letters, and the Turkish dotless i, with the Latin ones that they look like.
_ALIKE = str.maketrans(
    "\u0430\u0432\u0435\u0456\u0458\u043a\u043c\u043d\u043e\u0440\u0441\u0455\u0442\u0443\u0445"
    "\u03b1\u03b2\u03b5\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u0131",
    "abeijkmhopcstyxabeikvoptuxi",
)
LONGEST_PASSAGE = 300


@dataclass(frozen=True)
class Form:
    """A plain form, where its characters come from, and what was looked up in it so far."""

    plain: str
    origins: list[int]
    found: dict[re.Pattern[str], list[Span]] = field(default_factory=dict)

    def places(self, pattern: re.Pattern[str]) -> list[Span]:
        """Return where a pattern finds something, from left to right."""
        if pattern not in self.found:
            self.found[pattern] = [match.span() for match in pattern.finditer(self.plain)]
        return self.found[pattern]

    def written(self, start: int, end: int) -> Span:
        """Return where a part stands in the written text."""
        return self.origins[start], self.origins[end - 1] + 1


@dataclass(frozen=True)
class PlainText:
    """A written text and its plain forms."""

    written: str
    forms: tuple[Form, ...]

    def as_written(self, start: int, end: int) -> str:
        """Return a part as it was written, in one line."""
        return _one_line(self.written[start:end])

    def passage(self, start: int, end: int) -> str:
        """Return the written sentence around a part, cut to LONGEST_PASSAGE."""
        ends = [match.end() for match in _SENTENCE_END.finditer(self.written)]
        begin = max((e for e in ends if e <= start), default=0)
        stop = min((e for e in ends if e >= end), default=len(self.written))
        room = max(0, LONGEST_PASSAGE - (end - start)) // 2
        begin, stop = max(begin, start - room), min(stop, end + room)
        return _one_line(self.written[begin:stop])[:LONGEST_PASSAGE]


def plain_text(text: str) -> PlainText:
    """Return a text with its plain forms."""
    vanishing = _vanishing(text)
    hyphens = _places(_INNER_HYPHEN, text) - vanishing
    forms = [_form(text, vanishing)]
    if hyphens:
        forms.append(_form(text, vanishing | hyphens))
    return PlainText(text, tuple(forms))


def plain(text: str) -> str:
    """Return a text's plain form alone."""
    return _form(text, _vanishing(text)).plain


def _form(text: str, vanishing: set[int]) -> Form:
    letters: list[str] = []
    origins: list[int] = []
    paragraphs = {match.start() for match in _PARAGRAPH.finditer(text)}
    for position, character in enumerate(text):
        if position in vanishing:
            continue
        for letter in "." if position in paragraphs else _plain(character):
            if letter == " " and letters[-1:] in ([], [" "]):
                continue
            letters.append(letter)
            origins.append(position)
    return Form("".join(letters), origins)


def _vanishing(text: str) -> set[int]:
    return _places(_VANISHING, text) - {match.end() - 1 for match in _ELISION.finditer(text)}


def _places(pattern: re.Pattern[str], text: str) -> set[int]:
    return {at for match in pattern.finditer(text) for at in range(*match.span())}


@cache
def _plain(character: str) -> str:
    if _SPACES.match(character):
        return " "
    decomposed = unicodedata.normalize("NFKD", character.casefold()).casefold()
    return "".join(_seen(decomposed)).translate(_ALIKE)


def _seen(letters: str) -> Iterator[str]:
    return (letter for letter in letters if not unicodedata.combining(letter))


def _one_line(text: str) -> str:
    return " ".join(text.split())
