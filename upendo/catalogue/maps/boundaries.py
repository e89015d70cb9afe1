"""From an uploaded KML file to the outline and the apiaries that the map draws."""

from dataclasses import dataclass
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

import numpy
import shapely
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser
from defusedxml.ElementTree import parse as parse_xml
from shapely.geometry import MultiPolygon, mapping, shape
from shapely.geometry.polygon import orient

from upendo.catalogue.maps.errors import BoundaryError
from upendo.catalogue.maps.few_points import Ring, simple_outline

MOST_BYTES = 5 * 1024 * 1024
MOST_ELEMENTS = 100_000
MOST_NESTING = 40  # folders in folders
MOST_POINTS = 50_000  # a border that somebody walked for a day; far fewer are drawn
MOST_APIARIES = 200
LONGEST_NAME = 200  # letters, of an apiary
EARTH_RADIUS = 6_371_007  # m, of a globe with the same surface area as the Earth


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
    """Return what a KML file outlines and marks, in few points.

    Rings run clockwise as d3-geo wants them: it takes a counter-clockwise ring for the rest of the
    world. Raises BoundaryError for a file that is too large or too intricate, no KML, without an
    outline or outside the globe.
    """
    root = _parse(file)
    _check_points(root)
    polygons = [_polygon(element) for element in _all(root, "Polygon")]
    if not polygons:
        raise BoundaryError(
            "This file has no outline in it. In Google Earth, draw a polygon around the forest, "
            "then save the place as KML."
        )
    outline = MultiPolygon([orient(part, sign=-1) for part in simple_outline(polygons)])
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
        parser = DefusedXMLParser(target=_Builder(), forbid_dtd=True)
        root = parse_xml(file, parser=parser, forbid_dtd=True).getroot()
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


def _check_points(root: Element) -> None:
    """Refuse what would be too much work before a number is read."""
    points = sum(len((e.text or "").split()) for e in _all(root, "coordinates"))
    if points > MOST_POINTS:
        raise BoundaryError(
            f"This file has {points:,} points; {MOST_POINTS:,} can be read. "
            "Save only the forest's outline."
        )


def _polygon(element: Element) -> list[Ring]:
    """Return the border around, then those of what is cut out."""
    outer = [ring for border in _all(element, "outerBoundaryIs") for ring in _rings(border)]
    inner = [ring for border in _all(element, "innerBoundaryIs") for ring in _rings(border)]
    if len(outer) != 1:
        raise BoundaryError("An outline in this file has no outer border. Draw it again.")
    return [*outer, *inner]


def _rings(element: Element) -> list[Ring]:
    rings = [_points(coordinates) for coordinates in _all(element, "coordinates")]
    for ring in rings:
        if ring[:1] != ring[-1:]:
            ring.append(ring[0])  # some programs leave the last point out
        if len(ring) < 4:
            raise BoundaryError(
                "An outline in this file has fewer than three corners. Draw it again."
            )
    return [*rings]


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


def _geojson(outline: MultiPolygon) -> dict[str, Any]:
    rounded = shapely.transform(outline, lambda points: points.round(5))  # about 1 m
    return {"type": "MultiPolygon", "coordinates": _lists(mapping(rounded)["coordinates"])}


def _lists(value: Any) -> Any:
    return [_lists(part) for part in value] if isinstance(value, list | tuple) else value


def _apiaries(root: Element) -> list[dict[str, Any]]:
    places = [
        {"name": name, "longitude": longitude, "latitude": latitude}
        for placemark in _all(root, "Placemark")
        for point in _all(placemark, "Point")
        for name in [_name(placemark)]
        for coordinates in _all(point, "coordinates")
        for longitude, latitude in _points(coordinates)[:1]
    ]
    if len(places) > MOST_APIARIES:
        raise BoundaryError(
            f"This file marks {len(places):,} places; a map shows at most {MOST_APIARIES}. "
            "Save only the apiaries of this forest."
        )
    return places


def _name(placemark: Element) -> str:
    name = next((e.text or "" for e in _all(placemark, "name")), "").strip()
    if len(name) > LONGEST_NAME:
        raise BoundaryError(
            f"A place in this file has a name of more than {LONGEST_NAME} letters. Shorten it."
        )
    return name


class _Builder(TreeBuilder):
    """Builds no tree that is too large or too deep to be walked through."""

    def __init__(self) -> None:
        super().__init__()
        self._elements = self._nesting = 0

    def start(self, tag: str, attributes: Any) -> Element:
        self._elements += 1
        self._nesting += 1
        if self._elements > MOST_ELEMENTS or self._nesting > MOST_NESTING:
            raise BoundaryError(
                "This file holds too much for one map. Save only the forest's outline."
            )
        return super().start(tag, attributes)

    def end(self, tag: str) -> Element:
        self._nesting -= 1
        return super().end(tag)
