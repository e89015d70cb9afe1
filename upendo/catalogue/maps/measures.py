"""Sizes and distances on the globe."""

import math
from typing import Any

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

EARTH_RADIUS = 6_371_007  # m, of a globe with the same surface area as the Earth


def hectares(geometry: BaseGeometry) -> float:
    """Return the size of an area in degrees."""
    return float(shapely.transform(geometry, _equal_area).area) / 10_000


def kilometres(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return the distance between two longitudes and latitudes, as the crow flies."""
    (west, south), (east, north) = [map(math.radians, place) for place in (start, end)]
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    )
    return 2 * EARTH_RADIUS / 1000 * math.asin(math.sqrt(min(1, half)))


def _equal_area(points: Any) -> Any:
    """Return longitudes and latitudes as metres on Lambert's cylinder, which keeps areas."""
    longitudes, latitudes = numpy.radians(points).T
    return numpy.column_stack([longitudes, numpy.sin(latitudes)]) * EARTH_RADIUS
