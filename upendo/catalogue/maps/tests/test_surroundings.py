"""What lies around a forest is cut out of the world, small and right everywhere on it."""

import json
from itertools import pairwise
from typing import Any

import pytest
from shapely.geometry import Point, box, shape

from upendo.catalogue.maps.extent import bounds
from upendo.catalogue.maps.surroundings import Surroundings, cut_for, surroundings

MOST_BYTES = 12_500
TWO_HECTARES = 0.0013  # degrees


def outline(*squares: tuple[float, float, float]) -> dict[str, Any]:
    """Return squares by their south-western corner and their side, as an outline."""
    rings = [
        [[x, y], [x, y + side], [x + side, y + side], [x + side, y], [x, y]]
        for x, y, side in squares
    ]
    return {"type": "MultiPolygon", "coordinates": [[ring] for ring in rings]}


INYONGA = outline((31, -5.8, 0.8))
UVINZA = outline((30.55, -5.8, 0.8))
SMALL = outline((31.4, -5.5, TWO_HECTARES))
TANZANIA = outline((29.5, -11, 10))
TAVEUNI = outline((179.9, -16.9, 0.1), (-180, -16.9, 0.1))
WRANGEL = outline((179, 70.9, 1), (-180, 70.9, 1))
SVALBARD = outline((15.5, 78.2, 0.01))
ROSS_ISLAND = outline((166.6, -77.9, 0.01))
POLE = outline((10, -89.9, 0.01))
CANADA = outline((-130, 50, 30))


def names(found: list[Any]) -> set[str]:
    return {one["name"] for one in found}


@pytest.mark.parametrize(
    ("forest", "town", "river"),
    [
        (INYONGA, "Mpanda", "Ugalla"),
        (SMALL, None, "Ugalla"),
        (TANZANIA, "Dodoma", "Rufiji"),
        (TAVEUNI, None, None),
        (WRANGEL, "Zvezdnyy", None),
        (SVALBARD, "Longyearbyen", None),
        (ROSS_ISLAND, "McMurdo Station", None),
        (POLE, "Amundsen\N{EN DASH}Scott South Pole Station", None),
        (CANADA, "Yellowknife", "Mackenzie"),
    ],
)
def test_what_is_around_is_small_lies_in_its_box_and_has_its_names(
    forest: dict[str, Any], town: str | None, river: str | None
) -> None:
    found = surroundings(forest, [])
    assert len(json.dumps(found, separators=(",", ":"))) <= MOST_BYTES
    west, south, east, north = found["box"]
    seen = box(west, south, east, north).buffer(0.1)
    shapes = [one["shape"] for one in (*found["rivers"], *found["lakes"])]
    shapes += [found["land"]] if found["land"] else []
    assert all(seen.contains(shape(one)) for one in shapes)
    assert all(seen.contains(Point(one["at"])) for one in found["towns"])
    assert town is None or town in names(found["towns"])
    assert river is None or river in names(found["rivers"])


def test_a_small_forest_is_shown_in_some_fifty_kilometres_of_land() -> None:
    west, south, east, north = surroundings(SMALL, [])["box"]
    assert 1.1 < north - south < 1.2
    assert 1.1 < east - west < 1.2


def over_the_date_line(found: Surroundings) -> Any:
    west, _, east, _ = found["box"]
    assert west < 180 < east
    assert east - west < 20
    return shape(found["land"] or {})


def test_land_on_both_sides_of_the_date_line_is_one_without_a_seam() -> None:
    assert over_the_date_line(surroundings(TAVEUNI, [])).contains(Point(180, -16.85))
    assert over_the_date_line(surroundings(WRANGEL, [])).contains(Point(180, 71.2))


def test_at_a_pole_there_are_all_longitudes_and_land_all_over() -> None:
    found = surroundings(POLE, [])
    assert found["box"][:3] == (-180, -90, 180)
    assert found["land"] is None
    assert surroundings(INYONGA, [])["land"] is None


def test_areas_run_clockwise_with_short_edges_as_the_map_wants_them() -> None:
    land = surroundings(SVALBARD, [])["land"]
    assert land is not None
    for area in land["coordinates"]:
        turn = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(area[0]))
        assert turn > 0
        assert all(abs(x2 - x1) < 2.01 for (x1, _), (x2, _) in pairwise(area[0]))


def test_what_is_named_near_is_drawn_and_the_nearest_comes_first() -> None:
    assert surroundings(INYONGA, [])["near"]["rivers"][0] == "Ugalla"
    found = surroundings(UVINZA, [])
    assert found["near"]["towns"][0] == "Uvinza"
    assert set(found["near"]["rivers"]) <= names(found["rivers"])
    assert found["near"]["lakes"] == []  # it is drawn, but farther away
    assert names(found["lakes"]) == {"Lake Tanganyika"}


def test_a_forest_without_outline_lies_around_its_apiaries_and_one_without_both_nowhere() -> None:
    hives = [{"name": "", "longitude": 31.4, "latitude": -5.5}]
    assert surroundings(None, hives)["near"]["rivers"][0] == "Ugalla"
    assert cut_for(None, []) == ""
    assert cut_for(None, hives) != cut_for(INYONGA, hives)
    with pytest.raises(ValueError, match="nowhere"):
        surroundings(None, [])


def test_the_box_around_parts_leaves_out_the_widest_gap() -> None:
    assert bounds([[(10, 1), (20, 2)], [(30, 0), (40, 3)]]) == (10, 0, 40, 3)
    assert bounds([[(170, 0), (180, 1)], [(-180, 0), (-170, 1)]]) == (170, 0, 190, 1)
    assert bounds([[(-60, 0), (-180, 1)], [(27, 0), (180, 1)]]) == (27, 0, 300, 1)
