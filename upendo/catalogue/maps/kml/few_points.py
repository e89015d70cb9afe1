"""Borders with few points, in work that is bounded by how many points come in.

Nothing here repeats until it is good enough: each loop has its last step, and what is not simple
enough by then is refused.
"""

import numpy
import shapely
from django.utils.translation import gettext
from shapely.geometry import LineString, MultiPolygon, Polygon

from upendo.catalogue.maps.kml.coordinates import Ring
from upendo.catalogue.maps.kml.errors import TOO_INTRICATE, BoundaryError

MOST_POINTS = 200  # that a map draws; more only where there are so many borders
POINTS_OF_A_BORDER = 5  # a square, closed
MOST_CROSSINGS = 400  # of borders, each of which makes new areas
FINEST = 1e-4  # degrees, about 11 m
STEPS = 26  # each 1.5 times as coarse as the one before; the last is 2.5 degrees


def thin(ring: Ring, most: int) -> Ring:
    """Return a ring with at most this many points, or as few more as can be."""
    if len(ring) <= most:
        return ring
    line = LineString(ring)
    west, south, east, north = line.bounds
    best: Ring = ring
    for step in range(STEPS):
        tolerance = max(east - west, north - south) * 1e-5 * 1.5**step
        simple = shapely.simplify(line, tolerance, preserve_topology=False)
        points = [(longitude, latitude) for longitude, latitude in simple.coords]
        if len(points) < 4:
            break
        best = points
        if len(points) <= most:
            return best
    each = -(-len(best) // (most - 1))
    return [*best[::each], best[-1]]


def check_crossings(rings: list[Ring]) -> None:
    """Count where borders cross: quadratic, and so only after they were thinned.

    Raises BoundaryError for too many crossings.
    """
    starts = numpy.concatenate([numpy.asarray(ring)[:-1] for ring in rings])
    ends = numpy.concatenate([numpy.asarray(ring)[1:] for ring in rings])
    crossings = 0
    for start, end in zip(starts, ends, strict=True):
        sides = _side(start, end, starts) * _side(start, end, ends) < 0
        others = _side(starts, ends, start) * _side(starts, ends, end) < 0
        crossings += int((sides & others).sum())
    if crossings > 2 * MOST_CROSSINGS:
        raise BoundaryError(
            gettext(
                "The borders in this file cross each other %(times)s times. "
                "Draw one simple line around the forest."
            )
            % {"times": f"{crossings // 2:,}"}
        )


def _side(start: numpy.ndarray, end: numpy.ndarray, point: numpy.ndarray) -> numpy.ndarray:
    """Return on which side of a line points lie: the sign of the number."""
    along, to = (end - start).T, (point - start).T
    return numpy.asarray(numpy.sign(along[0] * to[1] - along[1] * to[0]))


def in_few_points(areas: list[Polygon]) -> list[Polygon]:
    """Return as many areas in few points. Raises BoundaryError where that cannot be done."""
    borders = sum(1 + len(area.interiors) for area in areas)
    most = max(MOST_POINTS, POINTS_OF_A_BORDER * borders)
    whole = MultiPolygon(areas)
    if shapely.get_num_coordinates(whole) <= most:
        return areas
    least = min(area.area for area in areas) / 4
    for step in range(STEPS):
        tolerance = FINEST * 1.5**step
        for keep_apart in (True, False):
            # Keeping borders apart never moves points where an outline touches itself.
            found = shapely.simplify(whole, tolerance, preserve_topology=keep_apart)
            simple = [
                part
                for part in shapely.get_parts(shapely.make_valid(found)).flat
                if isinstance(part, Polygon) and part.area > least
            ]
            if len(simple) < len(areas):
                break  # an area is about to be lost
            if sum(shapely.get_num_coordinates(part) for part in simple) <= most:
                return simple
    raise BoundaryError(TOO_INTRICATE)
