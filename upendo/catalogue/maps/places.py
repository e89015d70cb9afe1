"""Where an outline lies, in words."""

import math
from typing import Any

import shapely
from django.utils.translation import gettext, gettext_noop
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from upendo.catalogue.maps.atlas import atlas
from upendo.catalogue.maps.measures import hectares, kilometres

LEAST_SHARE = 0.01  # of an outline; the borders of our atlas are not more exact
LEAST_AT_SEA = 0.05  # coasts are known less well than borders
FARTHEST_LAKE = 500  # km; farther away a lake says nothing
# The eight winds, clockwise from north.
WINDS = (
    gettext_noop("north"),
    gettext_noop("north-east"),
    gettext_noop("east"),
    gettext_noop("south-east"),
    gettext_noop("south"),
    gettext_noop("south-west"),
    gettext_noop("west"),
    gettext_noop("north-west"),
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
        return gettext("It lies in no country, at sea.")
    first, *others = shares
    elsewhere = gettext("%(share)s of it lies in %(country)s")
    rest = [elsewhere % {"share": f"{shares[name]:.0%}", "country": name} for name in others]
    at_sea = 1 - sum(shares.values())
    if at_sea >= LEAST_AT_SEA:
        rest.append(gettext("%(share)s of it lies at sea") % {"share": f"{at_sea:.0%}"})
    return "; ".join([_country_and_lake(first, outline), *rest]) + "."


def _country_and_lake(country: str, outline: dict[str, Any]) -> str:
    west, south, east, north = shape(outline).bounds
    middle = (west + east) / 2, (south + north) / 2
    found = [(*_way(middle, lake), name) for name, lake in atlas().lakes.items()]
    distance, wind, name = min(found)
    if distance > FARTHEST_LAKE:
        return gettext("It lies in %(country)s") % {"country": country}
    if distance == 0:
        return gettext("It lies in %(country)s, in Lake %(lake)s") % {
            "country": country,
            "lake": name,
        }
    return gettext("It lies in %(country)s, %(way)d km %(wind)s of Lake %(lake)s") % {
        "country": country,
        # The shores are simplified, so the nearest ten kilometres are exact enough.
        "way": max(10, round(distance, -1)),
        "wind": gettext(wind),
        "lake": name,
    }


def _way(place: tuple[float, float], lake: BaseGeometry) -> tuple[float, str]:
    """Return how many kilometres a place is from a lake, and to which side of it."""
    narrowing = max(0.05, math.cos(math.radians(place[1])))
    # A map that is flat and true around the place.
    flat = shapely.transform(lake, lambda points: (points - place) * (narrowing, 1))
    shore = shapely.shortest_line(Point(0, 0), flat).coords[1]
    turn = math.degrees(math.atan2(-shore[0], -shore[1]))
    distance = kilometres(place, (place[0] + shore[0] / narrowing, place[1] + shore[1]))
    return distance, WINDS[round(turn / 45) % 8]
