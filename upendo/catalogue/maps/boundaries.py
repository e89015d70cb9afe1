"""From an uploaded KML file to the outline and the apiaries that the map draws."""

from dataclasses import dataclass
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError

import numpy
import shapely
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import parse as parse_xml
from django.core.exceptions import ValidationError
from shapely.geometry import MultiPolygon, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

MOST_BYTES = 5 * 1024 * 1024
MOST_POINTS = 200
MOST_APIARIES = 100
EARTH_RADIUS = 6_371_007  # m, of a globe with the same surface area as the Earth


class BoundaryError(ValidationError):
    """The file holds no boundary that can be drawn; the message says what to do."""


@dataclass(frozen=True)
class Boundary:
    """An outline as a GeoJSON MultiPolygon, outer rings clockwise, and the marked places."""

    outline: dict[str, Any]
    apiaries: list[dict[str, Any]]

    @property
    def areas(self) -> int:
        """How many separate areas it outlines."""
        return len(self.outline["coordinates"])

    @property
    def hectares(self) -> int:
        """The areas' total size, measured on a globe with the same surface area as the Earth."""
        flat = shapely.transform(shape(self.outline), _equal_area)
        return round(flat.area / 10_000)


def read_kml(file: IO[bytes]) -> Boundary:
    """Return what a KML file outlines and marks, in at most MOST_POINTS points.

    Rings run clockwise as d3-geo wants them: it takes a counter-clockwise ring for the rest of the
    world. Raises BoundaryError for a file that is too large, no KML, without an outline or outside
    the globe.
    """
    root = _parse(file)
    polygons = [_polygon(element) for element in _all(root, "Polygon")]
    if not polygons:
        raise BoundaryError(
            "This file has no outline in it. In Google Earth, draw a polygon around the forest, "
            "then save the place as KML."
        )
    merged = shapely.make_valid(shapely.union_all(polygons))
    surfaces = [part for part in shapely.get_parts(merged).flat if isinstance(part, Polygon)]
    outline = MultiPolygon([orient(part, sign=-1) for part in _simplify(surfaces)])
    return Boundary(_geojson(outline), _apiaries(root))


def _equal_area(points: Any) -> Any:
    """Return longitudes and latitudes as metres on Lambert's cylinder, which keeps areas."""
    longitudes, latitudes = numpy.radians(points).T
    return numpy.column_stack([longitudes, numpy.sin(latitudes)]) * EARTH_RADIUS


def _parse(file: IO[bytes]) -> Element:
    file.seek(0, 2)
    if file.tell() > MOST_BYTES:
        raise BoundaryError("This file is larger than 5 MB. Save only the forest's outline.")
    file.seek(0)
    try:
        root = parse_xml(file, forbid_dtd=True).getroot()
    except DefusedXmlException as error:
        raise BoundaryError(
            "This file defines entities, which a map never needs. Save it as KML again."
        ) from error
    except (ParseError, UnicodeError, LookupError, ValueError) as error:
        raise BoundaryError(
            "This file cannot be read as KML. If it ends in .kmz, save it as .kml instead."
        ) from error
    if root is None or _local(root) != "kml":
        raise BoundaryError("This is an XML file, but not KML. In Google Earth, save it as KML.")
    return root


def _local(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


def _all(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if _local(element) == name]


def _polygon(element: Element) -> BaseGeometry:
    outer = [_ring(ring) for ring in _all(element, "outerBoundaryIs")]
    inner = [_ring(ring) for ring in _all(element, "innerBoundaryIs")]
    if len(outer) != 1:
        raise BoundaryError("An outline in this file has no outer border. Draw it again.")
    return shapely.make_valid(Polygon(outer[0], inner))


def _ring(element: Element) -> list[tuple[float, float]]:
    points = [point for text in _all(element, "coordinates") for point in _points(text)]
    if len(points) < 4:
        raise BoundaryError("An outline in this file has fewer than three corners. Draw it again.")
    return points


def _points(element: Element) -> list[tuple[float, float]]:
    try:
        numbers = [
            tuple(float(number) for number in part.split(",")[:2])
            for part in (element.text or "").split()
        ]
        pairs = [(longitude, latitude) for longitude, latitude in numbers]
    except ValueError as error:
        raise BoundaryError("A coordinate in this file is not a pair of numbers.") from error
    for longitude, latitude in pairs:
        if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):
            raise BoundaryError(
                f"The point {longitude}, {latitude} is not on the globe. KML writes the longitude "
                "first, from -180 to 180, then the latitude, from -90 to 90."
            )
    return pairs


def _simplify(surfaces: list[Polygon]) -> list[Polygon]:
    if not any(surface.area for surface in surfaces):
        raise BoundaryError("The outline in this file encloses nothing. Draw it again.")
    whole = MultiPolygon(surfaces)
    tolerance = 0.0
    simple: Any = whole
    while shapely.get_num_coordinates(simple) > MOST_POINTS:
        tolerance = max(tolerance * 1.5, 1e-4)  # degrees; 1e-4 is about 11 m
        simple = shapely.simplify(whole, tolerance)
        parts = sorted(shapely.get_parts(simple).flat, key=lambda part: part.area, reverse=True)
        simple = MultiPolygon(parts[:1] + [p for p in parts[1:] if p.area > tolerance**2])
    return list(simple.geoms)


def _geojson(outline: MultiPolygon) -> dict[str, Any]:
    rounded = shapely.transform(outline, lambda points: points.round(5))  # about 1 m
    return {"type": "MultiPolygon", "coordinates": _lists(mapping(rounded)["coordinates"])}


def _lists(value: Any) -> Any:
    return [_lists(part) for part in value] if isinstance(value, list | tuple) else value


def _apiaries(root: Element) -> list[dict[str, Any]]:
    places = []
    for placemark in _all(root, "Placemark")[:MOST_APIARIES]:
        name = next((e.text or "" for e in _all(placemark, "name")), "").strip()
        for point in _all(placemark, "Point"):
            for coordinates in _all(point, "coordinates"):
                for longitude, latitude in _points(coordinates):
                    places.append({"name": name, "longitude": longitude, "latitude": latitude})
    return places
