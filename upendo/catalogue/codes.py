"""The rules of a jar's printed code: how it is read, made and checked. No database here.

A code is 1 to 15 letters and digits in upper case. New codes leave out what looks alike in print
(0 and O; 1, I and L) and end in a check character: the positions' weighted sum is a multiple of
31, a prime, so one wrong character or two exchanged ones never make another valid code. None of
them is what a spreadsheet takes for a number (12E34567) or, in some language, a date (AUGUST22).
"""

import re
import secrets
import string
import unicodedata
from itertools import pairwise

DEFAULT = "PUREJOY"  # the story that is offered to everybody
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
NEW_CODE_LENGTH = 8
LONGEST = 15
SHORTEST_FOR_SUGGESTIONS = 5  # of shorter codes, half would be one slip apart
PATTERN = rf"^[A-Z0-9]{{1,{LONGEST}}}$"

# What stands on a jar is a whole address: https://…/q/CODE. Our pages have /app/CODE/PAGE.
_AREAS = ("Q", "APP")
_SCHEME = re.compile(r"^[^/]*:/+")
# Digits around letters that may be an exponent or the name of a month.
_NUMBER_OR_DATE = re.compile(r"(?=.*[0-9])[0-9]*[A-Z]*[0-9]*")
_ENCODED = re.compile(r"(?:%[0-9A-F]{2})+")
# What follows is not the address's path; a lone % is an encoding that was cut short.
_END_OF_PATH = re.compile(r"[?#&%]")
_PRINTED = string.digits + string.ascii_uppercase
_LOOK_ALIKES = str.maketrans({"0": "O", "O": "0", "1": "I", "I": "1", "L": "1"})


def normalise(text: str) -> str:
    """Return a typed code as it is stored: upper case, letters and digits without accents.

    All else in it is left out. Out of a jar's whole address it takes the code; an address that
    names none is empty, and one that may mean several keeps a slash, which no code has.
    """
    parts = address_parts(text)
    for area, code in pairwise(parts):
        if area in _AREAS:
            return code
    only_an_area = parts[-1:] and parts[-1] in _AREAS and "/" in text
    return "" if only_an_area else "/".join(parts)


def address_parts(text: str) -> list[str]:
    """Return what stands between the slashes of a path, each read as a code is.

    A whole address is one without its scheme and host.
    """
    plain = _ENCODED.sub(_decoded, _upper(text))
    path, *_ = _END_OF_PATH.split(_upper(plain), maxsplit=1)
    bare = _SCHEME.sub("", path)
    parts = bare.split("/")
    read = [_letters_and_digits(part) for part in parts]
    has_host = bare != path or ("." in parts[0] and any(read[1:]))
    return [part for part in read[has_host:] if part]


def is_code(text: str) -> bool:
    """Whether a normalised text can be a printed code."""
    return re.fullmatch(PATTERN, text) is not None


def generate() -> str:
    """Return a new random code of NEW_CODE_LENGTH characters, the last one its check.

    A spreadsheet keeps it as a text.
    """
    while True:
        body = "".join(secrets.choice(ALPHABET) for _ in range(NEW_CODE_LENGTH - 1))
        code = body + check_character(body)
        if not may_be_number_or_date(code):
            return code


def may_be_number_or_date(code: str) -> bool:
    """Whether a spreadsheet may take a code for a number or a date, in whatever language."""
    return _NUMBER_OR_DATE.fullmatch(code) is not None


def check_character(body: str) -> str:
    """Return the character that completes a code. Raises ValueError outside ALPHABET."""
    # The last position weighs -1, so the check character equals the sum of all before it.
    return ALPHABET[_weighted_sum(body) % len(ALPHABET)]


def has_valid_check(code: str) -> bool:
    """Whether a code has the form of a new one and its check character is right."""
    return (
        len(code) == NEW_CODE_LENGTH
        and set(code) <= set(ALPHABET)
        and check_character(code[:-1]) == code[-1]
    )


def neighbours(code: str) -> set[str]:
    """Return all codes that one slip of the eye or the finger turns into this one.

    A slip is one wrong, missing or additional character, two neighbours exchanged, or all
    look-alikes misread. Empty for codes too short to say anything.
    """
    if len(code) < SHORTEST_FOR_SUGGESTIONS or not is_code(code):
        return set()
    cuts = [(code[:i], code[i:]) for i in range(len(code) + 1)]
    wrong = {head + c + tail[1:] for head, tail in cuts if tail for c in _PRINTED}
    missing = {head + c + tail for head, tail in cuts for c in _PRINTED}
    additional = {head + tail[1:] for head, tail in cuts if tail}
    exchanged = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    found = wrong | missing | additional | exchanged | {code.translate(_LOOK_ALIKES)}
    return {other for other in found if is_code(other)} - {code}


def _weighted_sum(body: str) -> int:
    # Weights 1, 2, 3… stay below 30 (that is -1 modulo 31), so that no two positions weigh alike.
    return sum(weight * ALPHABET.index(char) for weight, char in enumerate(body, start=1))


def _upper(text: str) -> str:
    # Compatible forms, such as those of full width, become what they stand for.
    return unicodedata.normalize("NFKD", text.upper()).upper()


def _letters_and_digits(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char)[0] in "LN")


def _decoded(run: re.Match[str]) -> str:
    try:
        return bytes.fromhex(run[0].replace("%", "")).decode()
    except UnicodeDecodeError:
        return run[0]
