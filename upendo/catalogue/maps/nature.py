"""Rivers, lakes, towns and land of the whole world, after Natural Earth 1:10m (public domain).

`dev/generate/nature.py` makes the file. Reading it takes a tenth of a second and some megabytes of
memory, so it is read when a forest gets an outline, and nothing of it is kept.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import shapely
from shapely.geometry.base import BaseGeometry

FILE = Path(__file__).with_name("nature.npz")
UNITS = 1000  # of the file's whole numbers in a degree: about 110 m
TURNS = (-360, 0, 360)

type Box = tuple[float, float, float, float]  # degrees: west, south, east, north
type Line = tuple[Any, bool]  # its points, and whether it is a hole in the ring before it


@dataclass(frozen=True)
class Feature:
    """One of the world's rivers, lakes, towns or pieces of land."""

    name: str  # empty where Natural Earth has none
    rank: int  # 0 is the most important
    shape: BaseGeometry  # in degrees; an area may touch or cross itself


class Nature:
    """What meets a box. A box may reach over the date line: shapes then lie beyond 180 degrees."""

    def __init__(self) -> None:
        with numpy.load(FILE) as file:
            self._file: dict[str, Any] = dict(file)

    def rivers(self, box: Box) -> list[Feature]:
        return list(self._meeting("river", box, _as_lines))

    def lakes(self, box: Box) -> list[Feature]:
        return list(self._meeting("lake", box, _as_areas))

    def land(self, box: Box) -> list[Feature]:
        return list(self._meeting("land", box, _as_areas))

    def towns(self, box: Box) -> list[Feature]:
        return list(self._meeting("town", box, _as_point))

    def _meeting(
        self, kind: str, box: Box, build: Callable[[list[Line]], BaseGeometry]
    ) -> Iterator[Feature]:
        steps, lengths, owners, holes, ranks, letters = (
            self._file[f"{kind}_{name}"]
            for name in ("steps", "lengths", "owners", "holes", "ranks", "names")
        )
        points = numpy.cumsum(steps, axis=1).T / UNITS
        starts = numpy.cumsum(lengths) - lengths
        lowest = numpy.minimum.reduceat(points, starts)
        highest = numpy.maximum.reduceat(points, starts)
        names: list[str] = json.loads(letters.tobytes())
        for turn in TURNS:
            shift = numpy.array([turn, 0])
            west, south, east, north = box[0] - turn, box[1], box[2] - turn, box[3]
            meets = (lowest <= (east, north)).all(1) & (highest >= (west, south)).all(1)
            for owner in numpy.unique(owners[meets]):
                lines = [
                    (points[starts[part] : starts[part] + lengths[part]] + shift, holes[part])
                    for part in numpy.flatnonzero(owners == owner)
                ]
                yield Feature(names[owner], int(ranks[owner]), build(lines))


def _as_lines(lines: list[Line]) -> BaseGeometry:
    return shapely.MultiLineString([line for line, _ in lines])


def _as_areas(lines: list[Line]) -> BaseGeometry:
    areas: list[tuple[Any, list[Any]]] = []
    for line, is_hole in lines:
        if is_hole:
            areas[-1][1].append(line)
        else:
            areas.append((line, []))
    return shapely.MultiPolygon(areas)


def _as_point(lines: list[Line]) -> BaseGeometry:
    [[line, _]] = lines
    return shapely.Point(line[0])
