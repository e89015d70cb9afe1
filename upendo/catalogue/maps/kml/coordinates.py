"""The numbers of a KML file."""

from itertools import pairwise

from django.utils.translation import gettext

from upendo.catalogue.maps.kml.errors import BoundaryError

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
            gettext(
                "This file has %(points)s points; %(most)s can be read. "
                "Save only the forest's outline."
            )
            % {"points": f"{points:,}", "most": f"{MOST_POINTS:,}"}
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
        raise BoundaryError(
            gettext("%(outline)s has fewer than three corners. Draw it again.")
            % {"outline": _subject(title)}
        )
    if any(abs(east - west) > 180 for (west, _), (east, _) in pairwise(ring)):
        raise BoundaryError(
            gettext(
                "%(outline)s runs across the 180th meridian, in the Pacific. "
                "Draw it as two areas, one on each side of it."
            )
            % {"outline": _subject(title)}
        )
    return ring


def _subject(title: str) -> str:
    if not title:
        return gettext("An outline in this file")
    return gettext("The outline “%(title)s”") % {"title": _quote(title)}


def _quote(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1]}…"


def _point(part: str, title: str) -> Point:
    place = gettext("“%(point)s” of “%(title)s”") if title else gettext("“%(point)s” in this file")
    where = place % {"point": _quote(part), "title": _quote(title)}
    numbers = part.split(",")
    if len(numbers) > 3:
        raise BoundaryError(
            gettext(
                "The point %(where)s has %(count)d numbers, not two or three. Write decimals with "
                "a point and not with a comma (31.5, not 31,5), and a space between two points."
            )
            % {"where": where, "count": len(numbers)}
        )
    try:
        longitude, latitude = [float(number) for number in numbers[:2]]
    except ValueError as error:
        raise BoundaryError(
            gettext("The point %(where)s is not a pair of numbers.") % {"where": where}
        ) from error
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
        raise BoundaryError(
            gettext(
                "The point %(where)s is not on the globe. KML writes the longitude first, from "
                "-180 to 180, then the latitude, from -90 to 90."
            )
            % {"where": where}
        )
    return longitude, latitude
