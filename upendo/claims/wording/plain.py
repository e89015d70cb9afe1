"""A text as patterns see it: letters and digits without case and accents, one space between words.

Soft hyphens, hyphens at a line's end and apostrophes vanish; other hyphens, dashes and line breaks
are spaces. Each character knows where it stands in the text as it was written.
"""

import re
import unicodedata
from dataclasses import dataclass

# Invisible characters, and a hyphen that only breaks a word at a line's end.
_VANISHING = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff'\u2018\u2019]|[-\u2010]\s*\n\s*(?=\w)")
_SPACES = re.compile(r"[\s_\-\u2010-\u2015\u2212\u30fb]")
# The end of a sentence, or a blank line.
_SENTENCE_END = re.compile(r"[.!?…]+[\"”\u2019»)\]]*\s+|\n\s*\n\s*")
LONGEST_PASSAGE = 300


@dataclass(frozen=True)
class PlainText:
    """A text in its plain form, as it was written, and where each plain character came from."""

    plain: str
    written: str
    origins: list[int]

    def as_written(self, start: int, end: int) -> str:
        """Return a part of the plain form as it was written."""
        return _one_line(self.written[self.origins[start] : self.origins[end - 1] + 1])

    def passage(self, start: int, end: int) -> str:
        """Return the written sentence around a part of the plain form, cut to LONGEST_PASSAGE."""
        first, last = self.origins[start], self.origins[end - 1] + 1
        ends = [match.end() for match in _SENTENCE_END.finditer(self.written)]
        begin = max((e for e in ends if e <= first), default=0)
        stop = min((e for e in ends if e >= last), default=len(self.written))
        room = max(0, LONGEST_PASSAGE - (last - first)) // 2
        begin, stop = max(begin, first - room), min(stop, last + room)
        return _one_line(self.written[begin:stop])[:LONGEST_PASSAGE]


def plain_text(text: str) -> PlainText:
    """Return a text with its plain form."""
    letters: list[str] = []
    origins: list[int] = []
    vanishing = {at for match in _VANISHING.finditer(text) for at in range(*match.span())}
    for position, character in enumerate(text):
        if position in vanishing:
            continue
        for letter in _plain(character):
            if letter == " " and letters[-1:] in ([], [" "]):
                continue
            letters.append(letter)
            origins.append(position)
    return PlainText("".join(letters), text, origins)


def _plain(character: str) -> str:
    if _SPACES.match(character):
        return " "
    decomposed = unicodedata.normalize("NFKD", character.casefold()).casefold()
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _one_line(text: str) -> str:
    return " ".join(text.split())
