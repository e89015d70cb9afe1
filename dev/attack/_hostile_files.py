"""Makes hostile files: a function for each kind, which varies with the chance that it is given."""

import io
import math
import struct
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from PIL import Image

type Maker = Callable[[Random], bytes]

PICTURE, OUTLINE, TABLE, EVIDENCE = "picture", "outline", "table", "evidence"
KINDS: dict[tuple[str, str], Maker] = {}
IMAGE_KINDS = ("JPEG", "PNG", "WEBP", "AVIF")


def _kind(field: str, name: str) -> Callable[[Maker], Maker]:
    def add(maker: Maker) -> Maker:
        KINDS[(field, name)] = maker
        return maker

    return add


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _png(width: int, height: int, kind: tuple[int, int], data: bytes, more: bytes = b"") -> bytes:
    """Return a PNG; its kind is the bits of a sample and the type of its colours."""
    head = struct.pack(">IIBBBBB", width, height, *kind, 0, 0, 0)
    pixels = _chunk(b"IDAT", zlib.compress(data, 1)) + _chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + more + pixels


def _image(chance: Random, kind: str, size: tuple[int, int], **options: object) -> bytes:
    file = io.BytesIO()
    small = Image.frombytes("RGB", (16, 12), chance.randbytes(16 * 12 * 3))
    small.resize(size, Image.Resampling.NEAREST).save(file, kind, **options)
    return file.getvalue()


def _damaged(chance: Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 3, 20, 200])):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(chance: Random, content: bytes) -> bytes:
    return content[: chance.randrange(1, len(content))]


@_kind(PICTURE, "thin or tiny")
def _thin(chance: Random) -> bytes:
    sides = [chance.choice([1, 2, 3, 23, 24]), chance.choice([1, 1000, 2401, 4000, 19_999])]
    chance.shuffle(sides)
    return _image(chance, chance.choice(["PNG", "JPEG"]), (sides[0], sides[1]))


@_kind(PICTURE, "PNG header of a giant")
def _giant(chance: Random) -> bytes:
    width = chance.choice([1, 30_000, 2**31 - 1, chance.randrange(1, 2**31)])
    return _png(width, chance.choice([1, 59_999_999]), (chance.choice([8, 16]), 2), b"\0")


@_kind(PICTURE, "large PNG")
def _large(chance: Random) -> bytes:
    depth, colours, channels = chance.choice(
        [(8, 0, 1), (8, 2, 3), (8, 6, 4), (16, 2, 3), (16, 0, 1)]
    )
    width, height = chance.choice([(5000, 4000), (6000, 5000), (9000, 9000), (1500, 15_000)])
    return _png(
        width, height, (depth, colours), bytes((1 + width * channels * depth // 8) * height)
    )


@_kind(PICTURE, "PNG of many pieces")
def _pieces(chance: Random) -> bytes:
    piece = _chunk(chance.choice([b"tEXt", b"IDAT", b"aaAa"]), b"a\0b")
    return _png(800, 600, (8, 2), b"\0", piece * chance.choice([500, 19_000, 900_000]))


@_kind(PICTURE, "PNG with swelling texts")
def _texts(chance: Random) -> bytes:
    text = b"a\0\0" + zlib.compress(bytes(1_000_000))
    return _png(100, 100, (8, 0), bytes(101 * 100), _chunk(b"zTXt", text) * chance.choice([2, 70]))


@_kind(PICTURE, "damaged")
def _damaged_picture(chance: Random) -> bytes:
    return _damaged(chance, _image(chance, chance.choice(IMAGE_KINDS), (640, 480)))


@_kind(PICTURE, "cut short")
def _cut_picture(chance: Random) -> bytes:
    return _cut(chance, _image(chance, chance.choice(IMAGE_KINDS), (640, 480)))


@_kind(PICTURE, "large JPEG")
def _large_jpeg(chance: Random) -> bytes:
    size = chance.choice([(16_320, 12_240), (9_598, 4_000), (4_000, 3_000)])
    return _image(chance, "JPEG", size, quality=20, progressive=chance.random() < 0.5)


@_kind(PICTURE, "JPEG of many scans")
def _scans(chance: Random) -> bytes:
    content = _image(chance, "JPEG", (3000, 2000), progressive=True)
    scan = content[content.rindex(b"\xff\xda") : -2]
    return content[:-2] + scan * chance.choice([5, 60, 3000]) + content[-2:]


@_kind(PICTURE, "large WebP or AVIF")
def _large_modern(chance: Random) -> bytes:
    size = chance.choice([(3000, 2000), (3600, 2700), (5000, 4000)])
    return _image(chance, chance.choice(["WEBP", "AVIF"]), size, quality=30)


@_kind(PICTURE, "AVIF that says it is small")
def _lying(chance: Random) -> bytes:
    content = _image(chance, "AVIF", (2000, 1500), quality=30)
    place = content.index(b"ispe") + 8
    size = struct.pack(">II", chance.choice([64, 640]), chance.choice([48, 480, 2**31]))
    return content[:place] + size + content[place + 8 :]


@_kind(PICTURE, "another format")
def _other(chance: Random) -> bytes:
    kind = chance.choice(["GIF", "TIFF", "BMP", "ICO", "PPM", "TGA", "JPEG2000", "PDF"])
    return _image(chance, kind, (64, 48))


@_kind(PICTURE, "noise behind a signature")
def _noise(chance: Random) -> bytes:
    start = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\1\0WEBPVP8X", b"\0\0\0\x18ftypavif"]
    return chance.choice(start) + chance.randbytes(chance.choice([0, 10, 5000]))


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


@_kind(OUTLINE, "clearings")
def _clearings(chance: Random) -> bytes:
    holes = [
        _circle(chance.uniform(25, 35), chance.uniform(-10, 0), chance.uniform(0.01, 0.4), 12)
        for _ in range(chance.choice([5, 49, 399, 2000]))
    ]
    return _kml(_polygon(_circle(30, -5, 9, 90), *holes))


@_kind(OUTLINE, "walked")
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


@_kind(OUTLINE, "tangle")
def _tangle(chance: Random) -> bytes:
    count = chance.choice([5, 20, 50, 300, 40_000])
    return _kml(
        _polygon(_ring([(chance.uniform(20, 40), chance.uniform(-9, 9)) for _ in range(count)]))
    )


@_kind(OUTLINE, "nested")
def _nested(chance: Random) -> bytes:
    count, name = chance.choice([10, 39, 20_000]), chance.choice(["Polygon", "Folder", "Placemark"])
    part = (
        _polygon(_circle(31, -6, 1, 4)).removesuffix("</Polygon>")
        if name == "Polygon"
        else f"<{name}>"
    )
    return _kml(part * count + f"</{name}>" * count)


@_kind(OUTLINE, "apiaries")
def _apiaries(chance: Random) -> bytes:
    points = "<coordinates>" + "31,-6 " * chance.choice([1, 60_000]) + "</coordinates>"
    name = f"<name>{'a' * chance.choice([3, 9000])}</name>"
    place = f"<Placemark>{name}<Point>{points}</Point></Placemark>"
    return _kml(_polygon(_circle(31, -6, 1, 4)) + place * chance.choice([1, 10]))


@_kind(OUTLINE, "odd numbers")
def _odd(chance: Random) -> bytes:
    odd = ["nan,1", "1e400,1", "9" * 9000 + ",1", "1", ",", "\0,1", "1,2,3,4", "-0,-0", "180,90"]
    pairs = " ".join(chance.choice(odd) for _ in range(chance.choice([1, 4, 50])))
    return _kml(_polygon(f"<coordinates>31,-6 32,-6 {pairs} 31,-5 31,-6</coordinates>"))


@_kind(OUTLINE, "damaged")
def _damaged_outline(chance: Random) -> bytes:
    return _damaged(chance, _kml(_polygon(_circle(31, -6, 1, 40))))


@_kind(OUTLINE, "entities")
def _entities(chance: Random) -> bytes:
    kind = chance.choice(['"b"', 'SYSTEM "file:///etc/passwd"', 'SYSTEM "http://127.0.0.1/"'])
    return f"<!DOCTYPE kml [<!ENTITY a {kind}>]><kml>{'&a;' * 100}</kml>".encode()


CELL = '<c t="inlineStr"><is><t>code</t></is></c>'
PARTS = {
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<a><Relationship Id="r1" Type="a/worksheet" Target="s.xml"/>'
    '<Relationship Id="r2" Type="a/styles" Target="styles.xml"/>'
    '<Relationship Id="r3" Type="a/sharedStrings" Target="strings.xml"/></a>',
    "xl/styles.xml": "<styleSheet/>",
    "xl/strings.xml": "<sst/>",
    "xl/s.xml": f"<worksheet><sheetData><row>{CELL}</row><row><c/></row></sheetData></worksheet>",
}


def _book(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, parts.get(name[3:].removesuffix(".xml"), content))
    return file.getvalue()


@_kind(TABLE, "far rows and columns")
def _far(chance: Random) -> bytes:
    line = chance.choice([2, 1_048_576, 2_000_000_000, 10**30])
    place = chance.choice(["A1", "XFD1", "ZZZ9999999999", "??"])
    row = f'<row>{CELL}</row><row r="{line}"><c r="{place}" t="str"><v>a</v></c></row>'
    return _book(s=f'<a><dimension ref="A1:XFD{line}"/><sheetData>{row}</sheetData></a>')


@_kind(TABLE, "swelling")
def _swelling(chance: Random) -> bytes:
    part = chance.choice(["s", "styles", "strings"])
    piece = chance.choice(
        ["<row/>", "<xf/>", "<si><t>a</t></si>", " ", "<cellXfs><xf/>", "<fill/>"]
    )
    return _book(**{part: f"<a>{piece * chance.choice([200_000, 2_000_000, 7_000_000])}</a>"})


@_kind(TABLE, "bad XML")
def _bad_xml(chance: Random) -> bytes:
    part = chance.choice(["s", "styles", "strings", "workbook", "_rels/workbook.xml.rels"])
    bad = ["", "<", "<a>&", "<a></b>", "\0", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<a/>"]
    return _book(**{part: chance.choice(bad)})


@_kind(TABLE, "damaged archive")
def _damaged_archive(chance: Random) -> bytes:
    return _damaged(chance, _book())


@_kind(TABLE, "flags and packings")
def _flags(chance: Random) -> bytes:
    content = bytearray(_book())
    at, value = chance.choice([6, 8]), chance.choice([1, 9, 12, 14, 77, 99])
    for mark, offset in ((b"PK\x03\x04", at), (b"PK\x01\x02", at + 2)):
        found = content.find(mark)
        while found >= 0:
            content[found + offset] = value
            found = content.find(mark, found + 1)
    return bytes(content)


@_kind(TABLE, "cells of every type")
def _cells(chance: Random) -> bytes:
    kinds, values = (
        ["s", "n", "b", "d", "e", "str", "?"],
        ["-1", "7", "1e999", "nan", "9" * 9000, "x"],
    )
    styles = "019"
    cells = "".join(
        f'<c t="{chance.choice(kinds)}" s="{chance.choice(styles)}"><v>{chance.choice(values)}</v>'
        "</c>"
        for _ in range(chance.choice([1, 6]))
    )
    return _book(s=f"<a><row>{CELL}</row><row>{cells}</row></a>")


@_kind(TABLE, "odd CSV")
def _csv(chance: Random) -> bytes:
    heading = chance.choice([b"code", b"code," * 1_000_000, b'"' + b"a" * 200_000, b"\0", b"sep="])
    return heading + b"\n" + chance.choice([b"\n" * 2_000_000, b'a"b,c\r', b"," * 90, b"\xff\xfe"])


@_kind(EVIDENCE, "no PDF")
def _no_pdf(chance: Random) -> bytes:
    return chance.choice([b"", b"%PDF-", b"%PDF-1.7\n", b"<svg/>", b"MZ"]) + chance.randbytes(40)


def make(number: int) -> tuple[str, str, bytes]:
    """Return the field, the kind and the content of a file; the same number gives the same file."""
    names = list(KINDS)
    field, name = names[number % len(names)]
    return field, name, KINDS[field, name](Random(number))  # noqa: S311 - no secret
