import io
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upendo.catalogue.maps.kml import few_points, files
from upendo.catalogue.maps.kml.boundaries import read_kml
from upendo.catalogue.maps.kml.errors import BoundaryError

SQUARE = "31,-5,0 32,-5,0 32,-6,0 31,-6,0 31,-5,0"
PLACE = (
    "<Placemark><name>Old tree</name><Point><coordinates>31.5,-5.5</coordinates></Point>"
    "</Placemark>"
)


def kml(ring: str = SQUARE, more: str = "") -> io.BytesIO:
    return io.BytesIO(
        '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><Polygon>'
        f"<outerBoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing>"
        f"</outerBoundaryIs></Polygon></Placemark>{more}</Document></kml>".encode()
    )


def test_an_outline_becomes_a_multipolygon_that_runs_clockwise() -> None:
    outline = read_kml(kml()).outline
    ring = outline["coordinates"][0][0]
    turn = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in itertools.pairwise(ring))
    assert outline["type"] == "MultiPolygon"
    assert turn > 0


def test_marked_places_become_apiaries() -> None:
    apiaries = read_kml(kml(more=PLACE)).apiaries
    assert apiaries == [{"name": "Old tree", "longitude": 31.5, "latitude": -5.5}]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<kml><Doc", "cannot be read as KML"),
        (b"PK\x03\x04 zipped", "cannot be unpacked"),
        (b"", "cannot be read as KML"),
        (b'<!DOCTYPE k [<!ENTITY a "b">]><kml>&a;</kml>', "entities"),
        (b"<svg/>", "not KML"),
        (b"<kml><Document/></kml>", "no outline"),
        (b"<kml><Polygon/></kml>", "no outer border"),
        (kml("31,-5 32,-5").getvalue(), "fewer than three corners"),
        (kml("31,-5 x,y 32,-5 31,-6").getvalue(), "not a pair of numbers"),
        (kml("31 32 33 34").getvalue(), "not a pair of numbers"),
        (kml("-5,310 32,-5 32,-6 -5,310").getvalue(), "not on the globe"),
        (kml("nan,nan 32,-5 32,-6 nan,nan").getvalue(), "not on the globe"),
        (kml("31,-5 31,-5 31,-5 31,-5").getvalue(), "encloses nothing"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(content: bytes, message: str) -> None:
    with pytest.raises(BoundaryError, match=message):
        read_kml(io.BytesIO(content))


def test_a_large_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(BoundaryError, match="larger than 5 MB"):
        read_kml(io.BytesIO(b" " * (files.MOST_BYTES + 1)))


corner = st.tuples(st.floats(29, 33), st.floats(-8, -4))


@settings(max_examples=60, deadline=None)
@given(st.lists(corner, min_size=4, max_size=900))
def test_any_outline_is_drawn_in_few_points_or_refused(corners: list[tuple[float, float]]) -> None:
    ring = " ".join(f"{x},{y},0" for x, y in [*corners, corners[0]])
    try:
        outline = read_kml(kml(ring)).outline
    except BoundaryError:
        return
    points = sum(len(ring) for polygon in outline["coordinates"] for ring in polygon)
    rings = sum(len(polygon) for polygon in outline["coordinates"])
    most = max(few_points.MOST_POINTS, few_points.POINTS_OF_A_BORDER * rings)
    assert 4 <= points <= most


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_no_file_breaks_the_reader(content: bytes) -> None:
    with pytest.raises(BoundaryError):
        read_kml(io.BytesIO(content))
