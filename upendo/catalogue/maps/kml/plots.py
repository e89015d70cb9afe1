"""From the areas of a file, as people drew them, to areas that a map draws, all accounted for."""

from collections import Counter
from dataclasses import dataclass

import shapely
from django.utils.translation import gettext
from shapely.errors import GEOSException
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from upendo.catalogue.maps.kml.coordinates import Ring
from upendo.catalogue.maps.kml.errors import TOO_INTRICATE, BoundaryError
from upendo.catalogue.maps.kml.few_points import check_crossings, in_few_points, thin

MOST_BORDERS = 80  # around areas and clearings, that a map draws
MOST_RINGS = 400  # in a file
THINNED_POINTS = 1000  # before borders are compared with each other
LEAST_POINTS = 10  # of a thinned border
SLIVER = 1 / 5000  # of an area: what is left where a border crosses itself
NOTHING = 1e-9  # square degrees, about 12 square metres


@dataclass(frozen=True)
class Plot:
    """An area of a file with the borders around it and those of what is cut out."""

    title: str
    around: list[Ring]
    clearings: list[Ring]

    @property
    def rings(self) -> list[Ring]:
        return [*self.around, *self.clearings]


def draw(plots: list[Plot]) -> tuple[list[Polygon], list[str]]:
    """Return the areas in few points, and in sentences what is not drawn as it stands in the file.

    Raises BoundaryError for borders that enclose nothing, or too many or too intricate ones.
    """
    try:
        return _draw(_thinned(plots))
    except GEOSException as error:
        raise BoundaryError(TOO_INTRICATE) from error


def _thinned(plots: list[Plot]) -> list[Plot]:
    count = sum(len(plot.rings) for plot in plots)
    if count > MOST_RINGS:
        raise BoundaryError(
            gettext(
                "This file has %(count)d borders; %(most)d can be read. "
                "Leave out small areas and clearings."
            )
            % {"count": count, "most": MOST_RINGS}
        )
    most = max(LEAST_POINTS, THINNED_POINTS // count)
    thinned = [
        Plot(
            plot.title,
            [thin(ring, most) for ring in plot.around],
            [thin(ring, most) for ring in plot.clearings],
        )
        for plot in plots
    ]
    check_crossings([ring for plot in thinned for ring in plot.rings])
    return thinned


def _draw(plots: list[Plot]) -> tuple[list[Polygon], list[str]]:
    clearings = [_within(ring) for plot in plots for ring in plot.clearings]
    drawn = [_parts(plot) for plot in plots]
    parts = [part for found in drawn for part in found]
    if not parts:
        raise BoundaryError(gettext("The outline in this file encloses nothing. Draw it again."))
    joined = polygons(shapely.make_valid(shapely.union_all(parts)))
    if len(joined) > MOST_BORDERS:
        raise BoundaryError(
            gettext(
                "This file outlines %(count)d separate areas; a map shows at most %(most)d. "
                "Join those that are close together."
            )
            % {"count": len(joined), "most": MOST_BORDERS}
        )
    areas = in_few_points(_with_clearings(joined, clearings))
    notes = [
        *[_crossing(plot, len(found)) for plot, found in zip(plots, drawn, strict=True)],
        _empty(sum(not found for found in drawn)),
        _joined(parts, joined),
        _filled(areas, clearings),
    ]
    return areas, [note for note in notes if note]


def _within(ring: Ring) -> BaseGeometry:
    """Return what lies within a border; what it runs around twice, or crosses, is within too."""
    return shapely.make_valid(Polygon(ring), method="structure", keep_collapsed=False)


def _parts(plot: Plot) -> list[Polygon]:
    """Return the plot's separate areas, without the slivers of a border that crosses itself."""
    whole = shapely.union_all([_within(ring) for ring in plot.around])
    cut = shapely.union_all([_within(ring) for ring in plot.clearings])
    found = polygons(shapely.difference(whole, cut))
    least = max(NOTHING, sum(part.area for part in found) * SLIVER)
    return [part for part in found if part.area > least]


def polygons(geometry: BaseGeometry) -> list[Polygon]:
    """Return the polygons that a geometry is made of."""
    return [part for part in shapely.get_parts(geometry).flat if isinstance(part, Polygon)]


def _with_clearings(areas: list[Polygon], clearings: list[BaseGeometry]) -> list[Polygon]:
    """Leave only as many holes as can be drawn: the file's first, then gaps between its areas."""
    least = sum(area.area for area in areas) * SLIVER
    points = [clearing.representative_point() for clearing in clearings if not clearing.is_empty]
    marks = shapely.STRtree(points)
    holes = []
    for number, area in enumerate(areas):
        for ring in area.interiors:
            hole = Polygon(ring)
            is_clearing = marks.query(hole, predicate="intersects").size > 0
            if is_clearing or hole.area > least:
                holes.append((is_clearing, hole.area, number, ring))
    holes.sort(key=lambda hole: hole[:2], reverse=True)
    kept = holes[: MOST_BORDERS - len(areas)]
    return [
        Polygon(area.exterior, [ring for _, _, owner, ring in kept if owner == number])
        for number, area in enumerate(areas)
    ]


def _crossing(plot: Plot, parts: int) -> str:
    if parts <= len(plot.around):
        return ""
    border = gettext("The border of “%(title)s”") if plot.title else gettext("A border")
    return gettext(
        "%(border)s crosses itself, or a clearing cuts it, and is drawn as %(parts)d areas. "
        "Is a corner in the wrong place?"
    ) % {"border": border % {"title": plot.title}, "parts": parts}


def _empty(count: int) -> str:
    if not count:
        return ""
    return gettext("Outlines that enclose nothing, and were left out: %(count)d.") % {
        "count": count
    }


def _joined(parts: list[Polygon], areas: list[Polygon]) -> str:
    tree = shapely.STRtree(areas)
    points = [part.representative_point() for part in parts]
    hosts = Counter(tree.query(points, predicate="intersects")[1].tolist())
    several = [count for count in hosts.values() if count > 1]
    if not several:
        return ""
    return gettext("%(count)d areas of the file touch or overlap, and are drawn as %(drawn)d.") % {
        "count": sum(several),
        "drawn": len(several),
    }


def _filled(areas: list[Polygon], clearings: list[BaseGeometry]) -> str:
    whole = shapely.union_all(areas)
    filled = sum(
        clearing.is_empty or whole.contains(clearing.representative_point())
        for clearing in clearings
    )
    if not filled:
        return ""
    return gettext(
        "Clearings that are not drawn: %(filled)d of %(all)d. They are too small or too many for "
        "the map, or lie within another area."
    ) % {"filled": filled, "all": len(clearings)}
