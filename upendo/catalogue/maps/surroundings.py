"""What lies around a forest, cut out of the world's rivers, lakes, towns and land.

It is cut once, when a forest gets its outline: as fine as the map's last view shows it, and small
enough to be fetched by whoever looks at the map.
"""

import hashlib
import json
import math
from collections.abc import Callable, Iterable
from typing import Any, TypedDict

import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from upendo.catalogue.maps.cutting import area_within, geojson, lines_within
from upendo.catalogue.maps.extent import Extent
from upendo.catalogue.maps.nature import Box, Feature, Nature

VERSION = 1  # of what is cut and how: with another one, all forests are cut out anew
MOST_LAND, MOST_REST = 4_000, 8_000  # bytes, as JSON
MARGIN = 0.75  # on each side, in sides of the forest: a broad screen shows no more
NEAR = 0.6  # likewise: what is called near
PIXELS = 700  # of the last view, across the box
COARSER = 1.25
STEPS = 26  # each so many times coarser than the one before; the last leaves next to nothing
ALL_OVER = 0.9999  # of the box
RANKS = 3.5  # what Natural Earth shows at zoom level 0 of a web map; with each level one more
FAR = 2  # ranks that what lies far must be more important
MOST_TOWNS = 24
TOWNS_APART = 1 / 14  # of the box
FARTHER = 3  # ranks that a town loses with each side that it is farther away
MOST_NAMED = 5  # of each kind, in a sentence
FINEST = 1e-3  # degrees, of a town's place: about 110 m
UNNAMED = "?"  # begins no name

type Placed = tuple[str, BaseGeometry]  # its name, empty where Natural Earth has none; degrees


class Named(TypedDict):
    """A river or a lake; the name is empty where Natural Earth has none."""

    name: str
    shape: dict[str, Any]  # GeoJSON


class Town(TypedDict):
    name: str
    at: list[float]  # longitude, latitude


class Near(TypedDict):
    """The names of what lies near, the nearest first."""

    towns: list[str]
    rivers: list[str]
    lakes: list[str]


class Rest(TypedDict):
    """All but the land."""

    rivers: list[Named]
    lakes: list[Named]
    towns: list[Town]
    near: Near


class Surroundings(Rest):
    """All in degrees, which go on beyond 180 where the box reaches over the date line."""

    cut_for: str  # which outline and apiaries
    box: Box
    land: dict[str, Any] | None  # GeoJSON; None where it is land all over


def cut_for(outline: dict[str, Any] | None, apiaries: list[dict[str, Any]]) -> str:
    """Return what tells this outline and these apiaries from others; empty without both."""
    if not (outline or {}).get("coordinates") and not apiaries:
        return ""
    said = json.dumps([VERSION, outline, apiaries], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def surroundings(outline: dict[str, Any] | None, apiaries: list[dict[str, Any]]) -> Surroundings:
    """Return what lies around a MultiPolygon, or else around apiaries, in so many bytes at most.

    Raises ValueError when there is neither.
    """
    around = _Around(Extent(outline, apiaries))
    return {
        "cut_for": cut_for(outline, apiaries),
        "box": around.box,
        "land": _small(around.land, around.pixel, MOST_LAND),
        **_small(around.rest, around.pixel, MOST_REST),
    }


def _small[T](cut: Callable[[float], T], pixel: float, most: int) -> T:
    """Return what is seen where a pixel is so many degrees, or more until it is small enough."""
    found = cut(pixel)
    for _ in range(STEPS):
        if len(json.dumps(found, separators=(",", ":"))) <= most:
            break
        pixel *= COARSER
        found = cut(pixel)
    return found


class _Around:
    """All that lies in a forest's box and is important enough, to be cut as finely as it fits."""

    def __init__(self, extent: Extent) -> None:
        self.extent = extent
        self.box = extent.box(MARGIN)
        self.near = box(*extent.box(NEAR))
        side = (1 + 2 * MARGIN) * extent.side
        self.pixel = side / PIXELS
        self.lowest_rank = RANKS + math.log2(360 / side)
        nature = Nature()
        self.rivers = self._by_name(nature.rivers(self.box))
        self.lakes = self._by_name(nature.lakes(self.box))
        self.ground = [land.shape for land in nature.land(self.box)]
        self.towns = self._apart(nature.towns(self.box))

    def land(self, pixel: float) -> dict[str, Any] | None:
        """Return what is seen of the land where a pixel is so many degrees."""
        seen = area_within(self.ground, self.box, pixel)
        if seen.area > ALL_OVER * box(*self.box).area:
            return None
        return geojson(seen, pixel)

    def rest(self, pixel: float) -> Rest:
        """Return what is seen of all else."""
        rivers = self._seen(
            (name, lines_within(parts, self.box, pixel / finer))
            for name, parts, finer in self.rivers
        )
        lakes = self._seen(
            (name, area_within(parts, self.box, pixel / finer)) for name, parts, finer in self.lakes
        )
        return {
            "rivers": [{"name": name, "shape": geojson(shape, pixel)} for name, shape in rivers],
            "lakes": [{"name": name, "shape": geojson(shape, pixel)} for name, shape in lakes],
            "towns": [
                {"name": name, "at": geojson(place, FINEST)["coordinates"]}
                for name, place in self.towns
            ],
            "near": {
                "towns": self._names_near(self.towns),
                "rivers": self._names_near(rivers),
                "lakes": self._names_near(lakes),
            },
        }

    def _by_name(self, features: list[Feature]) -> list[tuple[str, list[BaseGeometry], int]]:
        """Return shapes that are important enough at this scale, those of one name together.

        The number says how many times finer than others they are drawn: what is near, twice.
        """
        found: dict[str, list[BaseGeometry]] = {}
        near: set[str] = set()
        for number, feature in enumerate(features):
            name = feature.name or f"{UNNAMED}{number}"
            is_near = shapely.intersects(feature.shape, self.near)
            if feature.rank <= self.lowest_rank - (0 if is_near else FAR):
                found.setdefault(name, []).append(feature.shape)
                near |= {name} if is_near else set()
        return [
            ("" if name.startswith(UNNAMED) else name, shapes, 2 if name in near else 1)
            for name, shapes in found.items()
        ]

    def _apart(self, towns: list[Feature]) -> list[Placed]:
        """Return the names and places of towns that stand apart, the nearest first.

        Where two are close to each other, the more important one stays, or else the nearer one.
        """
        least = TOWNS_APART * (1 + 2 * MARGIN)
        chosen: list[Placed] = []
        for town in sorted(towns, key=lambda t: t.rank + FARTHER * self.extent.distance(t.shape)):
            here = self.extent.flat(town.shape)
            if len(chosen) < MOST_TOWNS and all(
                here.distance(self.extent.flat(other)) >= least for _, other in chosen
            ):
                chosen.append((town.name, town.shape))
        return self._seen(chosen)

    def _seen(self, shapes: Iterable[Placed]) -> list[Placed]:
        """Return those of which something is left, the nearest first."""
        left = [(name, shape) for name, shape in shapes if not shape.is_empty]
        return sorted(left, key=lambda one: self.extent.distance(one[1]))

    def _names_near(self, shapes: list[Placed]) -> list[str]:
        names = [name for name, shape in shapes if name and shape.intersects(self.near)]
        return list(dict.fromkeys(names))[:MOST_NAMED]
