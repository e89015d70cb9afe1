"""A place on the earth as people type or copy it, read into degrees."""

import math
import re
from typing import NamedTuple

from django.utils.translation import gettext

# Degrees, and if need be minutes and seconds, with the wind before or after them.
_ANGLE = re.compile(
    r"""
    (?P<before>[NSEW])?\s*
    (?P<sign>[-+\u2212])?\s*(?P<degrees>\d{1,3}(?:\.\d+)?)\s*\N{DEGREE SIGN}?\s*
    (?:(?P<minutes>\d{1,2}(?:\.\d+)?)\s*['\u2019\u2032]\s*)?
    (?:(?P<seconds>\d{1,2}(?:\.\d+)?)\s*(?:["\u201d\u2033]|''|\u2019\u2019)\s*)?
    (?(before)|(?P<after>[NSEW])?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LIMITS = (90, 180)
DECIMALS = 5  # one metre


class Position(NamedTuple):
    """A place, in degrees."""

    latitude: float
    longitude: float


class BadCoordinatesError(ValueError):
    """A text that is no place, with what to do about it in a sentence."""


def read_coordinates(text: str) -> Position:
    """Return a place that is written as maps do.

    Latitude comes first, unless letters say otherwise. Raises BadCoordinatesError.
    """
    plain = text.strip().strip("()")
    first = _ANGLE.match(plain)
    rest = plain[first.end() :].lstrip(" ,;") if first else ""
    second = _ANGLE.fullmatch(rest.rstrip())
    if not first or not second:
        raise BadCoordinatesError(
            gettext("Type latitude and longitude as a map shows them, such as -6.82, 39.27.")
        )
    angles = [_degrees(first), _degrees(second)]
    if _wind(first) in ("E", "W") or _wind(second) in ("N", "S"):
        angles.reverse()
    for angle, most in zip(angles, _LIMITS, strict=True):
        if abs(angle) > most:
            raise BadCoordinatesError(
                gettext(
                    "Latitude goes from -90 to 90 and longitude from -180 to 180. Latitude comes "
                    "first."
                )
            )
    return Position(*angles)


def written(latitude: float, longitude: float) -> str:
    """Return a place as we keep it: -6.82, 39.27."""
    return ", ".join(
        f"{angle:.{DECIMALS}f}".rstrip("0").rstrip(".") for angle in (latitude, longitude)
    )


def _degrees(found: "re.Match[str]") -> float:
    parts = (float(found[name] or 0) for name in ("degrees", "minutes", "seconds"))
    angle = math.fsum(part / 60.0**power for power, part in enumerate(parts))
    is_negative = found["sign"] in ("-", "\u2212") or _wind(found) in ("S", "W")
    return round(-angle if is_negative else angle, DECIMALS)


def _wind(found: "re.Match[str]") -> str:
    return str(found["before"] or found["after"] or "").upper()
