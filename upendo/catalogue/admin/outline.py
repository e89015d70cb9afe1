"""Shows the outline that was read from a KML file: two drawings, words and questions."""

from typing import Any

import shapely
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from shapely.geometry import box, mapping
from shapely.geometry.base import BaseGeometry

from upendo.catalogue.maps.atlas import Box, Shapes, atlas
from upendo.catalogue.maps.flat_map import WIDTH, FlatMap, box_around, square_box
from upendo.catalogue.maps.kml.boundaries import Boundary
from upendo.catalogue.maps.kml.plots import polygons
from upendo.catalogue.maps.places import country_shares, describe_place
from upendo.catalogue.maps.questions import known_country, questions

AIR = 0.25  # around the forest, and around countries, as a part of the longer side
TOLERANCE = 0.1  # as a part of the stated area; an outline of few corners is not exact
LEAST_NAMED = 0.02  # of a drawing: a smaller part of a country gets no name
BLEED = 0.05  # of a drawing, beyond its edge
ROOM = 0.12  # of a drawing, that half a name needs beside it
LEAST_SEEN = 14  # units of the drawing: a smaller forest is circled


def draw_outline(
    boundary: Boundary, stated_hectares: int | None, stated_country: str
) -> SafeString:
    """Return maps of the outline close up and in its country, where it lies, and what to ask."""
    coordinates = boundary.outline["coordinates"]
    return render_to_string(
        "catalogue/outline.html",
        {
            "boundary": boundary,
            "maps": [
                _map(boundary, box_around(coordinates, AIR)),
                _map(boundary, _countries_box(boundary, stated_country)),
            ],
            "place": describe_place(boundary.outline),
            "questions": questions(boundary, stated_country),
            "warning": _compare(boundary.hectares, stated_hectares),
        },
    )


def _countries_box(boundary: Boundary, stated_country: str) -> Box:
    """Return the box around the outline, the countries it lies in and the one it is said to."""
    outline = box(*box_around(boundary.outline["coordinates"], AIR))
    names = [*country_shares(boundary.outline), known_country(stated_country)]
    near = atlas().countries(outline.bounds)
    shapes = [near.get(name) or atlas().far[name] for name in names if name]
    west, south, east, north = shapely.union_all([outline, *map(shapely.envelope, shapes)]).bounds
    return _widened((west, south, east, north), AIR / 4)


def _map(boundary: Boundary, around: Box) -> dict[str, Any]:
    around = square_box(around)
    view = FlatMap(around)
    coordinates = boundary.outline["coordinates"]
    west, south, east, north = box_around(coordinates)
    (left, top), (right, bottom) = view.point((west, north)), view.point((east, south))
    is_small = max(right - left, bottom - top) < LEAST_SEEN
    # A little more than is seen: where land is cut there is no coast.
    countries = _clipped(atlas().countries(around), _widened(around, BLEED))
    lakes = _clipped(atlas().lakes, _widened(around, BLEED))
    return {
        "width": WIDTH,
        "height": view.height,
        "land": [_path(view, shape) for shape in countries.values()],
        "lakes": [_path(view, shape) for shape in lakes.values()],
        "names": _names(view, countries, around) if len(countries) > 1 else [],
        "outline": view.path(coordinates),
        "circle": view.point(((west + east) / 2, (south + north) / 2)) if is_small else None,
        "apiaries": [view.point((a["longitude"], a["latitude"])) for a in boundary.apiaries],
    }


def _widened(around: Box, part: float) -> Box:
    west, south, east, north = around
    air = part * max(east - west, north - south)
    return west - air, south - air, east + air, north + air


def _clipped(shapes: Shapes, around: Box) -> Shapes:
    clipped = {name: shapely.clip_by_rect(shape, *around) for name, shape in shapes.items()}
    return {name: shape for name, shape in clipped.items() if polygons(shape)}


def _path(view: FlatMap, shape: BaseGeometry) -> str:
    return view.path([mapping(polygon)["coordinates"] for polygon in polygons(shape)])


def _names(view: FlatMap, countries: Shapes, around: Box) -> list[dict[str, Any]]:
    """Return the names of countries of some size, where there is room for them."""
    named = []
    least = LEAST_NAMED * box(*around).area
    for name, shape in _clipped(countries, _widened(around, -ROOM)).items():
        largest = max(polygons(shape), key=lambda polygon: polygon.area)
        if largest.area > least:
            x, y = view.point(largest.representative_point().coords[0])
            named.append({"x": x, "y": y, "text": name.removeprefix("the ")})
    return named


def _compare(measured: int, stated: int | None) -> str:
    if not stated or abs(measured - stated) <= TOLERANCE * stated:
        return ""
    return gettext(
        "The area stated below is %(stated)s ha, %(how_far)s the outline's. "
        "Check the figure and the file."
    ) % {"stated": f"{stated:,}", "how_far": _how_far(measured / stated)}


def _how_far(ratio: float) -> str:
    if ratio >= 2 or ratio <= 0.5:
        times = max(ratio, 1 / ratio)
        return (gettext("%(times)s times ") % {"times": f"{times:,.0f}"}) + (
            gettext("less than") if ratio > 1 else gettext("more than")
        )
    return f"{abs(1 - 1 / ratio):.0%} " + (
        gettext("less than") if ratio > 1 else gettext("more than")
    )
