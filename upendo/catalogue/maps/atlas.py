"""Countries and large lakes, after Natural Earth (public domain).

`frontend/scripts/map-data.ts` makes the file.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import box, shape
from shapely.geometry.base import BaseGeometry

FILE = Path(__file__).with_name("countries.json")

type Shapes = dict[str, BaseGeometry]
type Box = tuple[float, float, float, float]  # degrees: west, south, east, north


@dataclass(frozen=True)
class Atlas:
    """Shapes in degrees by the names that stand in a sentence."""

    region: BaseGeometry
    near: Shapes  # simplified to about 1.3 km; what of them lies in the region
    far: Shapes  # to about 10 km; every country
    lakes: Shapes  # to about 4 km

    def countries(self, bounds: Box) -> Shapes:
        """Return the best known shapes for a part of the globe."""
        return self.near if self.region.contains(box(*bounds)) else self.far


@cache
def atlas() -> Atlas:
    """Return the atlas, which a worker reads when somebody first asks for it."""
    content = json.loads(FILE.read_text())
    kinds = [_shapes(content[kind]) for kind in ("near", "far", "lakes")]
    return Atlas(box(*content["box"]), *kinds)


def _shapes(areas: dict[str, Any]) -> Shapes:
    shapes = {name: shapely.make_valid(shape(area)) for name, area in areas.items()}
    for area in shapes.values():
        shapely.prepare(area)
    return shapes
