"""Map files as people really have them: all of each is drawn, or said to be left out, counted."""

import io
import random
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upendo.catalogue.maps.kml.boundaries import Boundary, read_kml
from upendo.catalogue.maps.kml.errors import BoundaryError
from upendo.catalogue.maps.kml.files import MOST_BYTES

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
SQUARE = "31,-5 32,-5 32,-6 31,-6 31,-5"
HECTARES = 1_230_726  # of that square


def ring(text: str) -> str:
    return f"<LinearRing><coordinates>{text}</coordinates></LinearRing>"


def area(outer: str = SQUARE, inner: str = "", name: str = "Area") -> str:
    return (
        f"<Placemark><name>{name}</name><Polygon><outerBoundaryIs>{ring(outer)}</outerBoundaryIs>"
        f"{inner}</Polygon></Placemark>"
    )


def square(west: float, north: float, side: float) -> str:
    east, south = west + side, north - side
    return f"{west},{north} {east},{north} {east},{south} {west},{south} {west},{north}"


def place(at: str, name: str = "Hive") -> str:
    return (
        f"<Placemark><name>{name}</name><Point><coordinates>{at}</coordinates></Point></Placemark>"
    )


def kml(*parts: str, attributes: str = "", head: str = DECLARATION) -> str:
    return f"{head}<kml{attributes}><Document>{''.join(parts)}</Document></kml>"


def read(text: str | bytes) -> Boundary:
    return read_kml(io.BytesIO(text if isinstance(text, bytes) else text.encode()))


def kmz(**files: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            # Its date is always the same, as the tests are called by their files.
            info = zipfile.ZipInfo(f"{name}.kml")
            archive.writestr(info, text, zipfile.ZIP_DEFLATED)
    return content.getvalue()


PLAIN = kml(area())
UTF16 = kml(area(), head='<?xml version="1.0" encoding="UTF-16"?>')


@pytest.mark.parametrize(
    "content",
    [
        kml(area(), attributes=' xsi:schemaLocation="http://a b"'),
        kml(area(), "<gx:Tour><gx:name>T</gx:name></gx:Tour><atom:author/>"),
        UTF16,
        UTF16.encode("utf-16"),
        UTF16.encode("utf-16-be"),
        f"\n \n{PLAIN}",
        f"\ufeff{PLAIN}",
        f"{PLAIN}\0\0",
        kml(area(name="Mlele\x0b")),
        kml(area()).replace("UTF-8", "ISO-8859-1"),
        kml(area(name="Forêt"), head='<?xml version="1.0"?>').encode("windows-1252"),
        kml(area(SQUARE.replace(",", " , "))),
        kml(area("31,-5,0 32,-5,0 32,-6,0 31,-6,0")),
        f"{DECLARATION}{area()}",
        kmz(doc=PLAIN),
        kmz(doc=PLAIN, **{"__MACOSX/._doc": "x"}),
    ],
    ids=lambda content: repr(content[:70]),
)
def test_what_google_earth_reads_is_read(content: str | bytes) -> None:
    boundary = read(content)
    assert (boundary.areas, boundary.hectares, boundary.notes) == (1, HECTARES, [])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (kml(area("31,5,-5,1,0 32,5,-5,1,0 32,5,-6,1,0")), "“31,5,-5,1,0” of “Area” has 5 numb"),
        (kml(area("179,-5 -179,-5 -179,-6 179,-6 179,-5")), "“Area” runs across the 180th"),
        (kml(area("31;-5 32;-5 31;-6")), "“31;-5” of “Area” is not a pair of numbers"),
        (kml(area(), head="<!DOCTYPE kml SYSTEM 'kml21.dtd'>"), "document type .<!DOCTYPE kml"),
        (kml(area(), head="<!DOCTYPE kml [<!ENTITY a 'b'>]>"), "defines entities"),
        ("<!DOCTYPE html><html></html>", "<!DOCTYPE html"),
        ("<gpx><trk/></gpx>", "XML file, but not KML"),
        (kml(area())[:-30], "line 1 is damaged, or the file is cut short"),
        (
            kml("<Placemark><LineString><coordinates>31,-5</coordinates></LineString></Placemark>"),
            "no outline in it, only 1 path",
        ),
        (kml("<NetworkLink/>"), "only 1 link to another file"),
        (kmz(), "no KML file"),
        (kmz(doc=" " * (MOST_BYTES + 1)), "larger than 5 MB"),
        (kmz(doc=PLAIN)[:-40], "cannot be unpacked"),
        (kmz(doc=PLAIN).replace(b"\x08\0", b"\x0e\0"), "cannot be unpacked"),
    ],
    ids=lambda value: repr(value[:70]),
)
def test_what_is_not_read_is_refused_in_fitting_words(content: str | bytes, words: str) -> None:
    with pytest.raises(BoundaryError, match=words):
        read(content)


@pytest.mark.parametrize(
    ("content", "areas", "note"),
    [
        (kmz(doc=PLAIN, other=PLAIN), 1, "Other KML files of the archive, which were left out: 1."),
        (kml(area("31,-5 32,-6 32,-5 31,-6 31,-5")), 2, "“Area” crosses itself"),
        (kml(area(), area("31.5,-5 33,-5 33,-6")), 1, "2 areas of the file touch or overlap, and"),
        (kml(area(), area("1,1 1,1 1,1 1,1")), 1, "enclose nothing, and were left out: 1."),
        (kml(area(), place("")), 1, "Left out of the file: 1 place without coordinates."),
        (kml(area(), "<Model/><LineString/><gx:Track/>"), 1, "2 paths, 1 model of a building. A"),
    ],
)
def test_what_is_not_drawn_as_it_stands_is_said(
    content: str | bytes, areas: int, note: str
) -> None:
    boundary = read(content)
    assert boundary.areas == areas
    assert note in " ".join(boundary.notes)


def test_several_rings_in_one_border_are_several_clearings() -> None:
    holes = [ring(square(31.1 + n / 4, -5.2, 0.1)) for n in range(3)]
    together = read(kml(area(inner=f"<innerBoundaryIs>{''.join(holes)}</innerBoundaryIs>")))
    apart = read(kml(area(inner="".join(f"<innerBoundaryIs>{h}</innerBoundaryIs>" for h in holes))))
    assert together == apart
    assert len(together.outline["coordinates"][0]) == 4


def test_a_border_walked_twice_encloses_what_it_runs_around() -> None:
    assert read(kml(area(f"{SQUARE} {SQUARE}"))).hectares == HECTARES


def test_a_small_plot_beside_a_large_forest_is_drawn() -> None:
    boundary = read(kml(area(), area(square(33, -5, 0.002)), area(square(34, -5, 0.0005))))
    assert (boundary.areas, boundary.notes) == (3, [])


def numbers(boundary: Boundary, words: str) -> list[int]:
    """Return the numbers in the note that has these words."""
    notes = [note for note in boundary.notes if words in note]
    return [int(number) for number in re.findall(r"\d+", " ".join(notes))]


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**9))
def test_what_went_in_came_out_or_is_counted(seed: int) -> None:
    """Squares of all sizes, some overlapping, some empty, with clearings, places and paths."""
    chance = random.Random(seed)
    count = chance.randint(1, 40)
    plots = [
        area(
            square(
                round(29 + chance.random() * 8, 3),
                round(-2 - chance.random() * 8, 3),
                chance.choice([0, 0.001, 0.01, 0.1, 1]),
            )
        )
        for _ in range(count)
    ]
    marks = [place(chance.choice(["31,-5", "31,-5,1100", ""])) for _ in range(chance.randint(0, 9))]
    paths = ["<LineString/>"] * chance.randint(0, 3)
    parts = [*plots, *marks, *paths]
    chance.shuffle(parts)
    parts.append(area(square(40, -11, 0.5)))
    boundary = read(kml(*parts))
    empty = sum(numbers(boundary, "enclose nothing"))
    joined, into = numbers(boundary, "touch or overlap") or (0, 0)
    assert boundary.areas == count + 1 - empty - joined + into
    assert len(boundary.apiaries) == len(marks) - sum(numbers(boundary, "without coordinates"))
    assert numbers(boundary, "path") == [len(paths)] * bool(paths)
