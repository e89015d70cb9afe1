"""A small part of the globe as a flat drawing."""

import math
from collections.abc import Iterable
from typing import Any

WIDTH = 480  # of the drawing, in its own units

type Point = tuple[float, float]
type Box = tuple[float, float, float, float]  # degrees: west, south, east, north


def box_around(shape: list[Any], margin: float = 0.0) -> Box:
    """Return the box around a MultiPolygon's coordinates; margin is a part of its larger side."""
    points = [point for polygon in shape for ring in polygon for point in ring]
    longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
    west, south, east, north = min(longitudes), min(latitudes), max(longitudes), max(latitudes)
    air = max(east - west, north - south) * margin
    return west - air, south - air, east + air, north + air


def square_box(box: Box) -> Box:
    """Return the smallest box around another that is drawn as a square."""
    west, south, east, north = box
    narrowing = _narrowing(box)
    side = max((east - west) * narrowing, north - south)
    across, along = side / narrowing - (east - west), side - (north - south)
    return west - across / 2, south - along / 2, east + across / 2, north + along / 2


def _narrowing(box: Box) -> float:
    """Return how long a degree of longitude is in the middle of a box, in degrees of latitude."""
    return max(0.05, math.cos(math.radians((box[1] + box[3]) / 2)))


class FlatMap:
    """True to scale at its middle."""

    def __init__(self, box: Box) -> None:
        self.west, south, east, self.north = box
        self.narrowing = _narrowing(box)
        self.units = WIDTH / ((east - self.west) * self.narrowing)  # per degree of latitude
        self.height = round((self.north - south) * self.units)

    def point(self, place: Iterable[float]) -> Point:
        """Return where a longitude and latitude lie in the drawing."""
        longitude, latitude = place
        x = (longitude - self.west) * self.narrowing * self.units
        return round(x, 1), round((self.north - latitude) * self.units, 1)

    def path(self, shape: list[Any]) -> str:
        """Return a MultiPolygon's coordinates as SVG path data."""
        rings = (ring for polygon in shape for ring in polygon)
        return "".join(
            "M" + "L".join(f"{x} {y}" for x, y in map(self.point, ring[:-1])) + "Z"
            for ring in rings
        )
