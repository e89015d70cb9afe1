"""Where an outline lies, and what is asked about it."""

import pytest
from shapely.geometry import MultiPolygon, box, mapping

from upendo.catalogue.maps.kml.boundaries import Boundary
from upendo.catalogue.maps.places import describe_place
from upendo.catalogue.maps.questions import looks_exchanged, questions

INYONGA = (31, -5.8, 31.8, -5)
EIFFEL = {"name": "Eiffel", "longitude": 2.3, "latitude": 48.8}
TANZANIA = "United Republic of Tanzania"


def boundary(*boxes: tuple[float, float, float, float], apiaries: int = 0) -> Boundary:
    outline = MultiPolygon([box(*sides) for sides in boxes])
    return Boundary(dict(mapping(outline)), [EIFFEL] * apiaries)


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        (INYONGA, "It lies in Tanzania, 170 km east of Lake Tanganyika."),
        (
            (29.5, -3.7, 30.6, -2.6),
            "It lies in Burundi, 80 km east of Lake Tanganyika; 7% of it lies in Tanzania; "
            "6% of it lies in Rwanda.",
        ),
        ((39.2, -6.3, 39.5, -6), "It lies in Tanzania; 25% of it lies at sea."),
        ((32.5, -1.6, 33.3, -0.8), "It lies in Tanzania, in Lake Victoria; 25% of it lies in "),
        ((0, -0.8, 0.8, 0), "It lies in no country, at sea."),
        ((2, 48, 3, 49), "It lies in France."),
    ],
)
def test_the_place_is_told_in_words(sides: tuple[float, float, float, float], words: str) -> None:
    assert describe_place(boundary(sides).outline).startswith(words)


@pytest.mark.parametrize(
    ("found", "country", "words"),
    [
        (boundary(INYONGA), TANZANIA, []),
        (boundary((2, 48, 3, 49)), "Narnia", []),
        (boundary((-6, 31, -5, 32)), TANZANIA, ["With longitude and latitude exchanged"]),
        (boundary((37, -0.8, 37.8, 0)), TANZANIA, ["but all of the outline lies in Kenya"]),
        (boundary((0, 0, 1, 1)), "tanzania", ["but all of the outline lies in no country"]),
        (
            boundary((29.5, -3.7, 30.6, -2.6)),
            TANZANIA,
            ["but most of the outline lies in Burundi"],
        ),
        (boundary(INYONGA, (2, 48, 2.1, 48.1)), TANZANIA, ["1 area of 2: up to 6,"]),
        (
            boundary(INYONGA, apiaries=2),
            TANZANIA,
            ["2 places of the 2 marked: far from the outline"],
        ),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, list | str) else "",
)
def test_what_looks_wrong_is_asked(found: Boundary, country: str, words: list[str]) -> None:
    asked = questions(found, country)
    assert [word in question for word, question in zip(words, asked, strict=True)] == [
        True for _ in words
    ]


def test_exchanging_longitude_and_latitude_twice_changes_nothing() -> None:
    swapped = boundary((-6, 31, -5, 32), apiaries=1)
    assert looks_exchanged(swapped, TANZANIA)
    assert not looks_exchanged(swapped.exchanged, TANZANIA)
    assert swapped.exchanged.exchanged.apiaries == swapped.apiaries
