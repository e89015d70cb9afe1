"""Shapes cut to a box and simplified to what is seen of them."""

import math
from typing import Any

import shapely
from shapely.geometry import GeometryCollection, MultiLineString, MultiPolygon, mapping
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from upendo.catalogue.maps.kml.plots import polygons
from upendo.catalogue.maps.nature import Box

LEAST_LENGTH, LEAST_WIDTH = 8, 3  # pixels: a shorter river, a narrower lake or island is left out
# Degrees, or pixels if that is more: a longer edge of an area would be an arc of the globe.
LONGEST_EDGE = 2, 35


def lines_within(lines: list[BaseGeometry], around: Box, pixel: float) -> MultiLineString:
    """Return what of lines is seen in a box, where a pixel is so many degrees."""
    simple = [shapely.simplify(line, pixel) for line in lines if _size(line) > pixel]
    inside = shapely.clip_by_rect(GeometryCollection(simple), *around)
    merged = shapely.line_merge(MultiLineString(_parts(inside, "LineString")))
    least = LEAST_LENGTH * pixel
    return MultiLineString([p for p in _parts(merged, "LineString") if p.length >= least])


def area_within(areas: list[BaseGeometry], around: Box, pixel: float) -> MultiPolygon:
    """Return what of areas is seen in a box; where they touch, at the date line, they are one."""
    # In the order of what takes the least work: a box may hold all islands of the Arctic.
    least = LEAST_WIDTH * pixel
    inside = [shapely.clip_by_rect(area, *around) for area in areas if _size(area) >= least]
    simple = [shapely.simplify(area, pixel, preserve_topology=False) for area in inside]
    whole = [shapely.make_valid(area) for area in simple]
    if around[0] < -180 or around[2] > 180:
        whole = [shapely.union_all(whole)]
    found = [part for area in whole for part in polygons(area)]
    return MultiPolygon([part for part in found if part.area >= least**2])


def _size(shape: BaseGeometry) -> float:
    west, south, east, north = shape.bounds
    return float(max(east - west, north - south))


def geojson(shape: BaseGeometry, pixel: float) -> dict[str, Any]:
    """Return a shape, as exact as a pixel of so many degrees, as GeoJSON.

    Areas are as d3-geo wants them: outer rings run clockwise, and edges are short.
    """
    degrees, pixels = LONGEST_EDGE
    if isinstance(shape, MultiPolygon):
        edged = polygons(shapely.segmentize(shape, max(degrees, pixels * pixel)))
        shape = MultiPolygon([orient(area, sign=-1) for area in edged])
    decimals = max(0, math.ceil(-math.log10(pixel)))
    rounded = shapely.transform(shape, lambda points: points.round(decimals))
    return {"type": rounded.geom_type, "coordinates": mapping(rounded)["coordinates"]}


def _parts(shape: BaseGeometry, kind: str) -> list[Any]:
    if isinstance(shape, GeometryCollection | MultiLineString):
        return [found for part in shape.geoms for found in _parts(part, kind)]
    return [shape] if shape.geom_type == kind and not shape.is_empty else []
