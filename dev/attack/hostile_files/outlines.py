"""Hostile outlines of forests, as KML and KMZ."""

import io
import math
import zipfile
from random import Random

from dev.attack.hostile_files.kinds import Kinds, damaged

kinds = Kinds()


def _ring(points: list[tuple[float, float]]) -> str:
    pairs = " ".join(f"{x},{y}" for x, y in [*points, points[0]])
    return f"<coordinates>{pairs}</coordinates>"


def _circle(x: float, y: float, radius: float, corners: int) -> str:
    turns = [2 * math.pi * n / corners for n in range(corners)]
    return _ring([(x + radius * math.cos(t), y + radius * math.sin(t)) for t in turns])


def _polygon(outer: str, *holes: str) -> str:
    inner = "".join(f"<innerBoundaryIs>{hole}</innerBoundaryIs>" for hole in holes)
    return f"<Polygon><outerBoundaryIs>{outer}</outerBoundaryIs>{inner}</Polygon>"


def _kml(content: str) -> bytes:
    return f"<kml><Document><Placemark>{content}</Placemark></Document></kml>".encode()


@kinds.add("clearings")
def _clearings(chance: Random) -> bytes:
    holes = [
        _circle(chance.uniform(25, 35), chance.uniform(-10, 0), chance.uniform(0.01, 0.4), 12)
        for _ in range(chance.choice([5, 49, 399, 2000]))
    ]
    return _kml(_polygon(_circle(30, -5, 9, 90), *holes))


@kinds.add("walked")
def _walked(chance: Random) -> bytes:
    corners, error = chance.choice([500, 5000, 49_000]), chance.choice([1e-5, 1e-3, 1e-2, 0.3])
    turns = [2 * math.pi * n / corners for n in range(corners)]
    return _kml(
        _polygon(
            _ring(
                [
                    (
                        31 + 0.3 * math.cos(t) + chance.gauss(0, error),
                        -6 + 0.3 * math.sin(t) + chance.gauss(0, error),
                    )
                    for t in turns
                ]
            )
        )
    )


@kinds.add("tangle")
def _tangle(chance: Random) -> bytes:
    count = chance.choice([5, 20, 50, 300, 40_000])
    return _kml(
        _polygon(_ring([(chance.uniform(20, 40), chance.uniform(-9, 9)) for _ in range(count)]))
    )


@kinds.add("nested")
def _nested(chance: Random) -> bytes:
    count, name = chance.choice([10, 39, 20_000]), chance.choice(["Polygon", "Folder", "Placemark"])
    part = (
        _polygon(_circle(31, -6, 1, 4)).removesuffix("</Polygon>")
        if name == "Polygon"
        else f"<{name}>"
    )
    return _kml(part * count + f"</{name}>" * count)


@kinds.add("apiaries")
def _apiaries(chance: Random) -> bytes:
    points = "<coordinates>" + "31,-6 " * chance.choice([1, 60_000]) + "</coordinates>"
    name = f"<name>{'a' * chance.choice([3, 9000])}</name>"
    place = f"<Placemark>{name}<Point>{points}</Point></Placemark>"
    return _kml(_polygon(_circle(31, -6, 1, 4)) + place * chance.choice([1, 10]))


@kinds.add("odd numbers")
def _odd(chance: Random) -> bytes:
    odd = ["nan,1", "1e400,1", "9" * 9000 + ",1", "1", ",", "\0,1", "1,2,3,4", "-0,-0", "180,90"]
    pairs = " ".join(chance.choice(odd) for _ in range(chance.choice([1, 4, 50])))
    return _kml(_polygon(f"<coordinates>31,-6 32,-6 {pairs} 31,-5 31,-6</coordinates>"))


@kinds.add("damaged")
def _damaged_outline(chance: Random) -> bytes:
    return damaged(chance, _kml(_polygon(_circle(31, -6, 1, 40))))


@kinds.add("archive")
def _archive(chance: Random) -> bytes:
    content = chance.choice([_kml(_polygon(_circle(31, -6, 1, 40))), b" " * 60_000_000])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(chance.choice(["doc.kml", "doc.txt", "../a.kml"]), content)
    return chance.choice([file.getvalue(), damaged(chance, file.getvalue())])


@kinds.add("entities")
def _entities(chance: Random) -> bytes:
    kind = chance.choice(['"b"', 'SYSTEM "file:///etc/passwd"', 'SYSTEM "http://127.0.0.1/"'])
    return f"<!DOCTYPE kml [<!ENTITY a {kind}>]><kml>{'&a;' * 100}</kml>".encode()
