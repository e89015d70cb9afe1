import pytest

from upendo.catalogue.maps.typed_places import BadCoordinatesError, read_coordinates, written


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("-6.82, 39.27", "-6.82, 39.27"),
        ("(-6.8235, 39.26950)", "-6.8235, 39.2695"),
        ("\u22126.8 39", "-6.8, 39"),
        (" 53.55;9.99", "53.55, 9.99"),
        ("6.82349\u00b0 S, 39.26951\u00b0 E", "-6.82349, 39.26951"),
        ("39.26951 E 6.82349 S", "-6.82349, 39.26951"),
        ("S6.5, W39.1", "-6.5, -39.1"),
        ("6\u00b049'24.6\"S 39\u00b016'10.2\"E", "-6.8235, 39.2695"),
        ("N 52\u00b0 31.2\u2032, E 13\u00b0 24.5\u2032", "52.52, 13.40833"),
    ],
)
def test_a_place_is_read_as_maps_write_it(typed: str, kept: str) -> None:
    assert written(*read_coordinates(typed)) == kept
    assert written(*read_coordinates(kept)) == kept


@pytest.mark.parametrize("typed", ["Inyonga", "-6.82", "91, 0", "0, 181", "100 S, 39 E", "6,82 39"])
def test_what_is_no_place_is_refused(typed: str) -> None:
    with pytest.raises(BadCoordinatesError):
        read_coordinates(typed)
