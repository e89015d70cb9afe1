"""The numbers of a KML file."""

from itertools import pairwise

from upendo.catalogue.maps.errors import BoundaryError

MOST_POINTS = 50_000  # a border that somebody walked for a day; far fewer are drawn
LONGEST_QUOTE = 40  # letters

type Point = tuple[float, float]
type Ring = list[Point]


def tuples(text: str) -> list[str]:
    """Return the points of a text, each with its commas; people write spaces beside them too."""
    return ",".join(part.strip() for part in text.split(",")).split()


def check_count(texts: list[str]) -> None:
    """Refuse what would be too much work before a number is read. Raises BoundaryError."""
    points = sum(len(tuples(text)) for text in texts)
    if points > MOST_POINTS:
        raise BoundaryError(
            f"This file has {points:,} points; {MOST_POINTS:,} can be read. "
            "Save only the forest's outline."
        )


def read_points(text: str, title: str) -> list[Point]:
    """Return longitudes and latitudes. Raises BoundaryError, which names the point."""
    return [_point(part, title) for part in tuples(text)]


def read_ring(text: str, title: str) -> Ring:
    """Return a closed border. Raises BoundaryError for one that cannot be drawn."""
    ring = read_points(text, title)
    if ring[:1] != ring[-1:]:
        ring.append(ring[0])  # some programs leave the last point out
    if len(ring) < 4:
        raise BoundaryError(f"{_subject(title)} has fewer than three corners. Draw it again.")
    if any(abs(east - west) > 180 for (west, _), (east, _) in pairwise(ring)):
        raise BoundaryError(
            f"{_subject(title)} runs across the 180th meridian, in the Pacific. "
            "Draw it as two areas, one on each side of it."
        )
    return ring


def _subject(title: str) -> str:
    return f"The outline “{_quote(title)}”" if title else "An outline in this file"


def _quote(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def _point(part: str, title: str) -> Point:
    where = f"“{_quote(part)}”" + (f" of “{_quote(title)}”" if title else " in this file")
    numbers = part.split(",")
    if len(numbers) > 3:
        raise BoundaryError(
            f"The point {where} has {len(numbers)} numbers, not two or three. Write decimals with "
            "a point and not with a comma (31.5, not 31,5), and a space between two points."
        )
    try:
        longitude, latitude = [float(number) for number in numbers[:2]]
    except ValueError as error:
        raise BoundaryError(f"The point {where} is not a pair of numbers.") from error
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise BoundaryError(
            f"The point {where} is not on the globe. KML writes the longitude first, from -180 to "
            "180, then the latitude, from -90 to 90."
        )
    return longitude, latitude
