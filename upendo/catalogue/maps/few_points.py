"""Borders with few points, in work that is bounded by how many points come in.

Nothing here repeats until it is good enough: each loop has its last step, and what is not simple
enough by then is refused.
"""

from collections.abc import Sequence

import numpy
import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from upendo.catalogue.maps.errors import BoundaryError

MOST_POINTS = 200  # that a map draws; more only where there are so many borders
POINTS_OF_A_BORDER = 5  # a square, closed
MOST_BORDERS = 80  # around areas and clearings, that a map draws
MOST_RINGS = 400  # in a file
THINNED_POINTS = 1000  # before borders are compared with each other
MOST_CROSSINGS = 400  # of borders, each of which makes new areas
SLIVER = 1 / 5000  # of the whole: what is left where a border crosses itself
FINEST = 1e-4  # degrees, about 11 m
STEPS = 26  # each 1.5 times as coarse as the one before; the last is 2.5 degrees

type Ring = Sequence[tuple[float, float]]


def simple_outline(polygons: list[list[Ring]]) -> list[Polygon]:
    """Return the areas within these borders, the first of each polygon around, the others inside.

    Raises BoundaryError for borders that enclose nothing, or too many or too intricate ones.
    """
    count = sum(len(rings) for rings in polygons)
    if count > MOST_RINGS:
        raise BoundaryError(
            f"This file has {count} borders; {MOST_RINGS} can be read. "
            "Leave out small areas and clearings."
        )
    share = max(2 * POINTS_OF_A_BORDER, THINNED_POINTS // count)
    thinned = [[_thin(ring, share) for ring in rings] for rings in polygons]
    _check_crossings([ring for rings in thinned for ring in rings])
    drawn = [shapely.make_valid(Polygon(rings[0], rings[1:])) for rings in thinned]
    return _in_few_points(_without_slivers(shapely.make_valid(shapely.union_all(drawn))))


def _thin(ring: Ring, most: int) -> Ring:
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


def _check_crossings(rings: list[Ring]) -> None:
    """Count where borders cross: quadratic, and so only after they were thinned."""
    starts = numpy.concatenate([numpy.asarray(ring)[:-1] for ring in rings])
    ends = numpy.concatenate([numpy.asarray(ring)[1:] for ring in rings])
    crossings = 0
    for start, end in zip(starts, ends, strict=True):
        sides = _side(start, end, starts) * _side(start, end, ends) < 0
        others = _side(starts, ends, start) * _side(starts, ends, end) < 0
        crossings += int((sides & others).sum())
    if crossings > 2 * MOST_CROSSINGS:
        raise BoundaryError(
            f"The borders in this file cross each other {crossings // 2:,} times. "
            "Draw one simple line around the forest."
        )


def _side(start: numpy.ndarray, end: numpy.ndarray, point: numpy.ndarray) -> numpy.ndarray:
    """Return on which side of a line points lie: the sign of the number."""
    along, to = (end - start).T, (point - start).T
    return numpy.asarray(numpy.sign(along[0] * to[1] - along[1] * to[0]))


def _without_slivers(geometry: BaseGeometry) -> list[Polygon]:
    """Return the areas without specks, and only as many clearings as can be drawn."""
    parts = [part for part in shapely.get_parts(geometry).flat if isinstance(part, Polygon)]
    least = sum(part.area for part in parts) * SLIVER
    areas = [part for part in parts if part.area > least]
    if not areas:
        raise BoundaryError("The outline in this file encloses nothing. Draw it again.")
    if len(areas) > MOST_BORDERS:
        raise BoundaryError(
            f"This file outlines {len(areas)} separate areas; a map shows at most {MOST_BORDERS}. "
            "Join those that are close together."
        )
    sizes = sorted((Polygon(hole).area for part in areas for hole in part.interiors), reverse=True)
    room = MOST_BORDERS - len(areas)
    least = max(least, sizes[room]) if len(sizes) > room else least
    return [
        Polygon(part.exterior, [hole for hole in part.interiors if Polygon(hole).area > least])
        for part in areas
    ]


def _in_few_points(areas: list[Polygon]) -> list[Polygon]:
    borders = sum(1 + len(area.interiors) for area in areas)
    most = max(MOST_POINTS, POINTS_OF_A_BORDER * borders)
    whole = MultiPolygon(areas)
    if shapely.get_num_coordinates(whole) <= most:
        return areas
    for step in range(STEPS):
        tolerance = FINEST * 1.5**step
        for keep_apart in (True, False):
            # Keeping borders apart never moves points where an outline touches itself.
            found = shapely.simplify(whole, tolerance, preserve_topology=keep_apart)
            simple = [
                part
                for part in shapely.get_parts(shapely.make_valid(found)).flat
                if isinstance(part, Polygon) and part.area > whole.area * SLIVER / 2
            ]
            if len(simple) < len(areas):
                break  # an area is about to be lost
            if sum(shapely.get_num_coordinates(part) for part in simple) <= most:
                return simple
    raise BoundaryError(
        "The outline in this file is too intricate for a map. Draw one simple line around the "
        "forest."
    )
