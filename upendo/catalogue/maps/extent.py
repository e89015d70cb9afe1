"""Where a forest lies and how much around it a map shows, also at the date line and the poles."""

import math
from typing import Any

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from upendo.catalogue.maps.nature import Box

LEAST_EXTENT = 0.45  # degrees: as the map's nearest view, about 50 km


class Extent:
    """The square around an outline, or else around apiaries, true to scale at its middle."""

    def __init__(self, outline: dict[str, Any] | None, apiaries: list[dict[str, Any]]) -> None:
        """Raises ValueError when there is neither."""
        areas = (outline or {}).get("coordinates", [])
        places = [[(a["longitude"], a["latitude"])] for a in apiaries]
        west, south, east, north = bounds([area[0] for area in areas] or places)
        self.middle = (west + east) / 2, (south + north) / 2
        self.narrowing = max(0.05, math.cos(math.radians(self.middle[1])))
        # Degrees of latitude; a smaller forest is looked at in this much land.
        self.side = max((east - west) * self.narrowing, north - south, LEAST_EXTENT)

    def box(self, margin: float) -> Box:
        """Return the square with so many sides more on each side; at a pole all longitudes."""
        longitude, latitude = self.middle
        half = (0.5 + margin) * self.side
        south, north = max(-90.0, latitude - half), min(90.0, latitude + half)
        across = half / self.narrowing
        if across >= 180 or south == -90 or north == 90:
            return -180, south, 180, north
        return longitude - across, south, longitude + across, north

    def flat(self, shape: BaseGeometry) -> BaseGeometry:
        """Return a shape on a flat map around the middle, whose unit is the square's side."""
        return shapely.transform(
            shape, lambda points: (points - self.middle) * (self.narrowing, 1) / self.side
        )

    def distance(self, shape: BaseGeometry) -> float:
        """Return how far a shape is from the middle, in sides."""
        return float(self.flat(shape).distance(Point(0, 0)))


def bounds(parts: list[list[Any]]) -> Box:
    """Return the smallest box around parts, none of which crosses the date line itself.

    Where the box crosses it, its longitudes go on beyond 180. Raises ValueError without parts.
    """
    if not parts:
        raise ValueError("A forest without outline and apiaries is nowhere.")
    latitudes = [point[1] for part in parts for point in part]
    spans = sorted((min(p[0] for p in part), max(p[0] for p in part)) for part in parts)
    # The box leaves out the largest gap between parts on the way around the globe.
    widest, west, east = -1.0, 0.0, 0.0
    reached = spans[0][1]
    for start, end in [*spans[1:], (spans[0][0] + 360, 0.0)]:
        if start - reached > widest:
            widest, west, east = start - reached, start, reached
        reached = max(reached, end)
    if west > 180:
        west -= 360
    return west, min(latitudes), east if east >= west else east + 360, max(latitudes)
