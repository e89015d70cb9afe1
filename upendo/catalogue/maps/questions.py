"""What looks wrong about an outline, as questions to whoever uploaded it."""

from typing import Any

import shapely
from django.utils.translation import gettext, ngettext
from shapely.geometry import Point, Polygon, shape
from shapely.geometry.base import BaseGeometry

from upendo.catalogue.maps.atlas import atlas
from upendo.catalogue.maps.kml.boundaries import Boundary
from upendo.catalogue.maps.measures import kilometres
from upendo.catalogue.maps.places import country_shares

FAR_AREA = 200  # km from the largest area
FAR_APIARY = 50  # km from the nearest area


def questions(boundary: Boundary, country: str) -> list[str]:
    """Return what to ask about a boundary of a forest that is said to lie in a country."""
    return [
        *_country(boundary, country),
        *_stray_areas(boundary),
        *_stray_apiaries(boundary),
    ]


def looks_exchanged(boundary: Boundary, country: str) -> bool:
    """Whether it lies elsewhere, but in that country with longitude and latitude exchanged."""
    stated = known_country(country)
    return bool(stated) and (
        stated not in country_shares(boundary.outline)
        and stated in country_shares(boundary.exchanged.outline)
    )


def known_country(country: str) -> str:
    """Return the name that the atlas has for a country, if people wrote it; else nothing."""
    names = [name for name in atlas().far if _plain(name) in _plain(country)]
    return max(names, key=len, default="")


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def _country(boundary: Boundary, country: str) -> list[str]:
    stated, shares = known_country(country), country_shares(boundary.outline)
    first = next(iter(shares), gettext("no country"))
    if stated in ("", first):
        return []
    if looks_exchanged(boundary, country):
        question = gettext(
            "With longitude and latitude exchanged it would lie in %(stated)s. Did the program "
            "that wrote the file exchange them?"
        )
    elif stated in shares:
        question = gettext(
            "The forest is said to be in %(stated)s, but most of the outline lies in %(first)s. "
            "Is this the right file?"
        )
    else:
        question = gettext(
            "The forest is said to be in %(stated)s, but all of the outline lies in %(first)s. "
            "Is this the right file?"
        )
    return [question % {"stated": stated, "first": first}]


def _stray_areas(boundary: Boundary) -> list[str]:
    areas = [Polygon(rings[0]) for rings in boundary.outline["coordinates"]]
    largest = max(areas, key=lambda area: area.area)
    ways = [_kilometres(area, largest) for area in areas]
    far = [way for way in ways if way > FAR_AREA]
    if not far:
        return []
    question = ngettext(
        "%(count)d area of %(all)d: up to %(far)s km from the largest one. Does it belong to this "
        "forest?",
        "%(count)d areas of %(all)d: up to %(far)s km from the largest one. Do they belong to this "
        "forest?",
        len(far),
    )
    return [question % {"count": len(far), "all": len(areas), "far": f"{max(far):,.0f}"}]


def _stray_apiaries(boundary: Boundary) -> list[str]:
    outline = shapely.make_valid(shape(boundary.outline))
    ways = [(_kilometres(_point(place), outline), place["name"]) for place in boundary.apiaries]
    far = sorted((way for way in ways if way[0] > FAR_APIARY), reverse=True)
    if not far:
        return []
    kilometres_away, name = far[0]
    called = f" (“{name}”)" if name else ""
    question = ngettext(
        "%(count)d place of the %(all)d marked: far from the outline, up to %(far)s km%(called)s. "
        "Does it belong to this forest?",
        "%(count)d places of the %(all)d marked: far from the outline, up to %(far)s km%(called)s. "
        "Do they belong to this forest?",
        len(far),
    )
    way = f"{kilometres_away:,.0f}"
    return [question % {"count": len(far), "all": len(ways), "far": way, "called": called}]


def _point(place: dict[str, Any]) -> Point:
    return Point(place["longitude"], place["latitude"])


def _kilometres(one: BaseGeometry, other: BaseGeometry) -> float:
    start, end = shapely.shortest_line(one, other).coords
    return kilometres((start[0], start[1]), (end[0], end[1]))
