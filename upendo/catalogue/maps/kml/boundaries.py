"""From an uploaded KML or KMZ file to the outline and the apiaries that the map draws."""

from dataclasses import dataclass, field
from typing import IO, Any
from xml.etree.ElementTree import Element

import shapely
from django.utils.translation import gettext, ngettext, ngettext_lazy
from shapely.geometry import MultiPolygon, mapping, shape
from shapely.geometry.polygon import orient

from upendo.catalogue.maps.kml.coordinates import check_count, read_points, read_ring
from upendo.catalogue.maps.kml.elements import Elements, within
from upendo.catalogue.maps.kml.errors import BoundaryError
from upendo.catalogue.maps.kml.files import read_text
from upendo.catalogue.maps.kml.plots import Plot, draw, polygons
from upendo.catalogue.maps.measures import hectares

MOST_APIARIES = 200
BORDERS = ("outerBoundaryIs", "innerBoundaryIs")
# What a map of ours does not draw, as people call it.
LEFT_OUT = {
    ("LineString", "LinearRing", "Track"): ngettext_lazy(
        "%(count)d path", "%(count)d paths", "count"
    ),
    ("GroundOverlay", "ScreenOverlay", "PhotoOverlay"): ngettext_lazy(
        "%(count)d picture laid over the map", "%(count)d pictures laid over the map", "count"
    ),
    ("NetworkLink",): ngettext_lazy(
        "%(count)d link to another file", "%(count)d links to other files", "count"
    ),
    ("Model",): ngettext_lazy(
        "%(count)d model of a building", "%(count)d models of buildings", "count"
    ),
}


@dataclass(frozen=True)
class Boundary:
    """An outline as a GeoJSON MultiPolygon, outer rings clockwise, and the marked places."""

    outline: dict[str, Any]
    apiaries: list[dict[str, Any]]
    # What of the file is not drawn as it stands there, in sentences.
    notes: list[str] = field(default_factory=list)

    @property
    def areas(self) -> int:
        """How many separate areas it outlines."""
        return len(self.outline["coordinates"])

    @property
    def hectares(self) -> int:
        """The areas' total size, measured on a globe with the same surface area as the Earth."""
        return round(hectares(shape(self.outline)))

    @property
    def exchanged(self) -> "Boundary":
        """The same with longitudes and latitudes exchanged."""
        outline = shapely.transform(shape(self.outline), lambda points: points[:, ::-1])
        apiaries = [
            a | {"longitude": a["latitude"], "latitude": a["longitude"]} for a in self.apiaries
        ]
        return Boundary(_geojson(polygons(outline)), apiaries, self.notes)


def read_kml(file: IO[bytes]) -> Boundary:
    """Return what a KML or KMZ file outlines and marks, in few points.

    Rings run clockwise as d3-geo wants them: it takes a counter-clockwise ring for the rest of the
    world. Raises BoundaryError for a file that is too large or too intricate, no KML, without an
    outline or outside the globe. Whatever else is not drawn stands in the notes, counted.
    """
    text, archived = read_text(file)
    elements = Elements(text)
    check_count([element.text or "" for element in elements.all("coordinates")])
    left_out = _left_out(elements)
    plots = [_plot(polygon, elements.title(polygon)) for polygon in elements.all("Polygon")]
    if not plots:
        raise BoundaryError(_without_outline(left_out))
    apiaries, nowhere = _apiaries(elements)
    areas, changed = draw(plots)
    return Boundary(_geojson(areas), apiaries, [*archived, *changed, *nowhere, *_notes(left_out)])


def _plot(polygon: Element, title: str) -> Plot:
    around, clearings = [
        [
            read_ring(coordinates.text or "", title)
            for border in within(polygon, name)
            for coordinates in within(border, "coordinates")
        ]
        for name in BORDERS
    ]
    if not around:
        raise BoundaryError(gettext("An outline in this file has no outer border. Draw it again."))
    return Plot(title, around, clearings)


def _left_out(elements: Elements) -> str:
    """Return what of a file is not drawn, counted in words."""
    counts = {
        names: sum(elements.parent(e) not in BORDERS for e in elements.all(*names))
        for names in LEFT_OUT
    }
    return ", ".join(
        words % {"count": counts[names]} for names, words in LEFT_OUT.items() if counts[names]
    )


def _without_outline(left_out: str) -> str:
    what = gettext("This file has no outline in it.")
    if left_out:
        what = gettext("This file has no outline in it, only %(others)s.") % {"others": left_out}
    advice = gettext(
        "In Google Earth, draw a polygon around the forest, then save the place as KML."
    )
    return f"{what} {advice}"


def _notes(left_out: str) -> list[str]:
    if not left_out:
        return []
    note = gettext("Left out of the file: %(others)s. A map shows areas and marked places.")
    return [note % {"others": left_out}]


def _geojson(areas: list[Any]) -> dict[str, Any]:
    outline = MultiPolygon([orient(area, sign=-1) for area in areas])
    rounded = shapely.transform(outline, lambda points: points.round(5))  # about 1 m
    return {"type": "MultiPolygon", "coordinates": _lists(mapping(rounded)["coordinates"])}


def _lists(value: Any) -> Any:
    return [_lists(part) for part in value] if isinstance(value, list | tuple) else value


def _apiaries(elements: Elements) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the marked places, and a note of those that are nowhere."""
    places: list[dict[str, Any]] = []
    nowhere = 0
    for mark in elements.all("Point"):
        title = elements.title(mark)
        texts = [coordinates.text or "" for coordinates in within(mark, "coordinates")]
        points = [point for text in texts for point in read_points(text, title)]
        nowhere += not points
        places += [{"name": title, "longitude": x, "latitude": y} for x, y in points]
    if len(places) > MOST_APIARIES:
        raise BoundaryError(
            gettext(
                "This file marks %(count)s places; a map shows at most %(most)d. "
                "Save only the apiaries of this forest."
            )
            % {"count": f"{len(places):,}", "most": MOST_APIARIES}
        )
    note = ngettext(
        "Left out of the file: %(count)d place without coordinates.",
        "Left out of the file: %(count)d places without coordinates.",
        nowhere,
    )
    return places, [note % {"count": nowhere}] if nowhere else []
