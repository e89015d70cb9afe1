"""Borders that once never ended, or took all memory: each is drawn or refused within seconds."""

import io
import math
import random
import time
from collections.abc import Iterator

import pytest

from upendo.catalogue.maps.kml import few_points, plots
from upendo.catalogue.maps.kml.boundaries import Boundary, read_kml
from upendo.catalogue.maps.kml.errors import BoundaryError
from upendo.catalogue.maps.kml.tests.test_boundaries import kml

MOST_SECONDS = 5  # of a processor; a time that counts on a busy machine too
HEAD, FOOT = "<kml><Document>", "</Document></kml>"


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    begin = time.process_time()
    yield
    assert time.process_time() - begin < MOST_SECONDS


def ring(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x},{y}" for x, y in [*points, points[0]])


def circle(x: float, y: float, radius: float, corners: int) -> str:
    turns = [2 * math.pi * n / corners for n in range(corners)]
    return ring([(x + radius * math.cos(t), y + radius * math.sin(t)) for t in turns])


def polygon(outer: str, *inner: str) -> str:
    holes = "".join(
        f"<innerBoundaryIs><coordinates>{hole}</coordinates></innerBoundaryIs>" for hole in inner
    )
    return (
        f"<Placemark><Polygon><outerBoundaryIs><coordinates>{outer}</coordinates></outerBoundaryIs>"
        f"{holes}</Polygon></Placemark>"
    )


def read(*parts: str) -> Boundary:
    return read_kml(io.BytesIO(f"{HEAD}{''.join(parts)}{FOOT}".encode()))


def walked(corners: int, error: float) -> str:
    """Return a border as a receiver writes it, which goes back and forth."""
    chance = random.Random(1)
    turns = [2 * math.pi * n / corners for n in range(corners)]
    return ring(
        [
            (
                31 + 0.3 * math.cos(t) + chance.gauss(0, error),
                -6 + 0.3 * math.sin(t) + chance.gauss(0, error),
            )
            for t in turns
        ]
    )


def count(boundary: Boundary) -> tuple[int, int, int]:
    """Return how many areas, clearings and points are drawn."""
    areas = boundary.outline["coordinates"]
    rings = [ring for area in areas for ring in area]
    return len(areas), len(rings) - len(areas), sum(map(len, rings))


@pytest.mark.parametrize("corners", [4, 12, 60])
@pytest.mark.parametrize("clearings", [49, 70])
def test_clearings_in_a_forest_are_kept(corners: int, clearings: int) -> None:
    holes = [circle(31 + n % 10, -6 + n // 10, 0.3, corners) for n in range(clearings)]
    areas, kept, points = count(read(polygon(circle(35, -3, 9, 60), *holes)))
    assert areas == 1
    assert kept == clearings
    assert points <= 5 * plots.MOST_BORDERS


@pytest.mark.parametrize("corners", [2_000, 20_000, 49_000])
@pytest.mark.parametrize("error", [1e-5, 3e-4, 1e-3])
def test_a_walked_border_is_drawn_in_few_points(corners: int, error: float) -> None:
    boundary = read(polygon(walked(corners, error)))
    areas, holes, points = count(boundary)
    assert (areas, holes) == (1, 0)
    assert points <= few_points.MOST_POINTS
    assert boundary.hectares == pytest.approx(348_000, rel=0.03)


def test_equal_plots_are_all_drawn_or_refused_with_the_limit() -> None:
    squares = [polygon(circle(n % 20, n // 20, 0.3, 4)) for n in range(81)]
    assert count(read(*squares[:60]))[:2] == (60, 0)
    with pytest.raises(BoundaryError, match="81 separate areas; a map shows at most 80"):
        read(*squares)


def test_apiaries_are_all_drawn_or_refused_with_the_limit() -> None:
    place = "<Placemark><name>a</name><Point><coordinates>31,-6</coordinates></Point></Placemark>"
    square = polygon(circle(31, -6, 1, 4))
    assert len(read(square, place * 130).apiaries) == 130
    with pytest.raises(BoundaryError, match="201 places; a map shows at most 200"):
        read(square, place * 201)


RANDOM = random.Random(2)
SQUARE = circle(31, -6, 1, 4)
MANY = "<Polygon><outerBoundaryIs><coordinates>" + SQUARE + "</coordinates></outerBoundaryIs>"
PLACE = "<Point><coordinates>1,1</coordinates></Point>"
POINTS = "<Point><coordinates>" + "31,-6 " * 50_001 + "</coordinates></Point>"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (MANY * 20_000 + "</Polygon>" * 20_000, "too much for one map"),
        ("<Folder>" * 100 + "</Folder>" * 100, "too much for one map"),
        ("<Folder/>" * 100_001, "too much for one map"),
        (polygon(SQUARE) * 401, "401 borders"),
        (f"<Placemark><name>{'a' * 300}</name>{POINTS}</Placemark>", "50,00. points"),
        (
            f"<Placemark><name>{'a' * 300}</name>{PLACE}</Placemark>" + polygon(SQUARE),
            "name of more than",
        ),
        (
            polygon(ring([(RANDOM.random(), RANDOM.random()) for _ in range(40_000)])),
            "cross each other",
        ),
        (
            "".join(
                polygon(ring([(n, 0), (n, 80), (n + 0.5, 80), (n + 0.5, 0)]))
                + polygon(ring([(0, n), (80, n), (80, n + 0.5), (0, n + 0.5)]))
                for n in range(80)
            ),
            "cross each other",
        ),
    ],
    ids=["nested", "deep", "many", "borders", "points", "name", "tangle", "grid"],
)
def test_what_is_too_much_is_refused_before_the_work(content: str, message: str) -> None:
    with pytest.raises(BoundaryError, match=message):
        read(content)


def test_an_unclosed_triangle_is_closed() -> None:
    assert count(read_kml(kml("31,-5 32,-5 31.5,-6"))) == (1, 0, 4)
