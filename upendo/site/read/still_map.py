"""Maps of a forest that stand still: its place in Tanzania, and its own outline with a scale."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings

from upendo.catalogue.maps.flat_map import (
    WIDTH,
    FlatMap,
    Point,
    box_around,
)
from upendo.story.schema import Apiary, StoryForest

COUNTRY_BOX = (29.0, -12.0, 40.8, -0.7)  # degrees: west, south, east, north of Tanzania
ROUND_LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200)  # km
CLOSE_UP_MARGIN = 0.18  # of the forest's larger side


@dataclass(frozen=True)
class Drawing:
    """Shapes as SVG path data and points, in a box of WIDTH by height units."""

    height: int
    lakes: list[str]
    forest: str
    country: str = ""
    apiaries: tuple[Point, ...] = ()
    scale_km: int = 0
    scale_width: float = 0


@dataclass(frozen=True)
class StillMap:
    """The forest in its country (None when it lies elsewhere), and close by."""

    country: Drawing | None
    close_up: Drawing


def still_map(forest: StoryForest) -> StillMap | None:
    """Return the maps of a story's forest, or None when it has no outline."""
    if not forest["boundary"]:
        return None
    shape = forest["boundary"]["coordinates"]
    west, south, east, north = box_around(shape)
    inside = COUNTRY_BOX[0] < west < east < COUNTRY_BOX[2] and COUNTRY_BOX[1] < south
    return StillMap(
        country=_country(shape) if inside and north < COUNTRY_BOX[3] else None,
        close_up=_close_up(shape, forest["apiaries"]),
    )


def _country(shape: list[Any]) -> Drawing:
    outline, view = _outline(), FlatMap(COUNTRY_BOX)
    return Drawing(
        height=view.height,
        country=view.path(outline["tanzania"]["coordinates"]),
        lakes=[view.path(lake["coordinates"]) for lake in outline["lakes"].values()],
        forest=view.path(shape),
    )


def _close_up(shape: list[Any], places: list[Apiary]) -> Drawing:
    view = FlatMap(box_around(shape, CLOSE_UP_MARGIN))
    longest = view.units_per_km and WIDTH / 3 / view.units_per_km
    kilometres = max((km for km in ROUND_LENGTHS if km <= longest), default=ROUND_LENGTHS[0])
    return Drawing(
        height=view.height,
        lakes=[view.path(lake["coordinates"]) for lake in _outline()["lakes"].values()],
        forest=view.path(shape),
        apiaries=tuple(view.point((p["longitude"], p["latitude"])) for p in places),
        scale_km=kilometres,
        scale_width=round(kilometres * view.units_per_km, 1),
    )


@cache
def _outline() -> dict[str, Any]:
    # Tanzania and its largest lakes in few points, which the frontend's map uses too.
    outline: dict[str, Any] = json.loads((settings.FRONTEND_DIST / "map-outline.json").read_text())
    return outline
