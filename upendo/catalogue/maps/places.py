"""Where an outline lies, in words."""

import math
from typing import Any

import shapely
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from upendo.catalogue.maps.atlas import atlas
from upendo.catalogue.maps.measures import hectares, kilometres

LEAST_SHARE = 0.01  # of an outline; the borders of our atlas are not more exact
LEAST_AT_SEA = 0.05  # coasts are known less well than borders
FARTHEST_LAKE = 500  # km; farther away a lake says nothing
# The eight winds, clockwise from north.
WINDS = (
    "north",
    "north-east",
    "east",
    "south-east",
    "south",
    "south-west",
    "west",
    "north-west",
)


def country_shares(outline: dict[str, Any]) -> dict[str, float]:
    """Return the countries in which at least a hundredth of an outline lies, the largest first."""
    area = shapely.make_valid(shape(outline))
    whole = hectares(area) or 1
    found = {
        name: hectares(shapely.intersection(country, area)) / whole
        for name, country in atlas().countries(area.bounds).items()
        if country.intersects(area)
    }
    shares = {name: share for name, share in found.items() if share >= LEAST_SHARE}
    return dict(sorted(shares.items(), key=lambda item: -item[1]))


def describe_place(outline: dict[str, Any]) -> str:
    """Return a sentence such as "It lies in Tanzania, 170 km east of Lake Tanganyika"."""
    shares = country_shares(outline)
    if not shares:
        return "It lies in no country, at sea."
    first, *others = shares
    rest = [f"{shares[name]:.0%} of it lies in {name}" for name in others]
    at_sea = 1 - sum(shares.values())
    if at_sea >= LEAST_AT_SEA:
        rest.append(f"{at_sea:.0%} of it lies at sea")
    return "; ".join([f"It lies in {first}{_from_lake(outline)}", *rest]) + "."


def _from_lake(outline: dict[str, Any]) -> str:
    west, south, east, north = shape(outline).bounds
    middle = (west + east) / 2, (south + north) / 2
    found = [(*_way(middle, lake), name) for name, lake in atlas().lakes.items()]
    distance, wind, name = min(found)
    if distance > FARTHEST_LAKE:
        return ""
    if distance == 0:
        return f", in Lake {name}"
    # The shores are simplified, so the nearest ten kilometres are exact enough.
    return f", {max(10, round(distance, -1)):.0f} km {wind} of Lake {name}"


def _way(place: tuple[float, float], lake: BaseGeometry) -> tuple[float, str]:
    """Return how many kilometres a place is from a lake, and to which side of it."""
    narrowing = max(0.05, math.cos(math.radians(place[1])))
    # A map that is flat and true around the place.
    flat = shapely.transform(lake, lambda points: (points - place) * (narrowing, 1))
    shore = shapely.shortest_line(Point(0, 0), flat).coords[1]
    turn = math.degrees(math.atan2(-shore[0], -shore[1]))
    distance = kilometres(place, (place[0] + shore[0] / narrowing, place[1] + shore[1]))
    return distance, WINDS[round(turn / 45) % 8]
