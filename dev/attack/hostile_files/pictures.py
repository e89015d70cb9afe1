"""Hostile pictures."""

import io
import struct
import zlib
from random import Random

from PIL import Image

from dev.attack.hostile_files.kinds import Kinds, cut, damaged

IMAGE_KINDS = ("JPEG", "PNG", "WEBP", "AVIF")
kinds = Kinds()


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


@kinds.add("thin or tiny")
def _thin(chance: Random) -> bytes:
    sides = [chance.choice([1, 2, 3, 23, 24]), chance.choice([1, 1000, 2401, 4000, 19_999])]
    chance.shuffle(sides)
    return _image(chance, chance.choice(["PNG", "JPEG"]), (sides[0], sides[1]))


@kinds.add("PNG header of a giant")
def _giant(chance: Random) -> bytes:
    width = chance.choice([1, 30_000, 2**31 - 1, chance.randrange(1, 2**31)])
    return _png(width, chance.choice([1, 59_999_999]), (chance.choice([8, 16]), 2), b"\0")


@kinds.add("large PNG")
def _large(chance: Random) -> bytes:
    depth, colours, channels = chance.choice(
        [(8, 0, 1), (8, 2, 3), (8, 6, 4), (16, 2, 3), (16, 0, 1)]
    )
    width, height = chance.choice([(5000, 4000), (6000, 5000), (9000, 9000), (1500, 15_000)])
    return _png(
        width, height, (depth, colours), bytes((1 + width * channels * depth // 8) * height)
    )


@kinds.add("PNG of many pieces")
def _pieces(chance: Random) -> bytes:
    piece = _chunk(chance.choice([b"tEXt", b"IDAT", b"aaAa"]), b"a\0b")
    return _png(800, 600, (8, 2), b"\0", piece * chance.choice([500, 19_000, 900_000]))


@kinds.add("PNG with swelling texts")
def _texts(chance: Random) -> bytes:
    text = b"a\0\0" + zlib.compress(bytes(1_000_000))
    return _png(100, 100, (8, 0), bytes(101 * 100), _chunk(b"zTXt", text) * chance.choice([2, 70]))


@kinds.add("damaged")
def _damaged_picture(chance: Random) -> bytes:
    return damaged(chance, _image(chance, chance.choice(IMAGE_KINDS), (640, 480)))


@kinds.add("cut short")
def _cut_picture(chance: Random) -> bytes:
    return cut(chance, _image(chance, chance.choice(IMAGE_KINDS), (640, 480)))


@kinds.add("large JPEG")
def _large_jpeg(chance: Random) -> bytes:
    size = chance.choice([(16_320, 12_240), (9_598, 4_000), (4_000, 3_000)])
    return _image(chance, "JPEG", size, quality=20, progressive=chance.random() < 0.5)


@kinds.add("JPEG of many scans")
def _scans(chance: Random) -> bytes:
    content = _image(chance, "JPEG", (3000, 2000), progressive=True)
    scan = content[content.rindex(b"\xff\xda") : -2]
    return content[:-2] + scan * chance.choice([5, 60, 3000]) + content[-2:]


@kinds.add("large WebP or AVIF")
def _large_modern(chance: Random) -> bytes:
    size = chance.choice([(3000, 2000), (3600, 2700), (5000, 4000)])
    return _image(chance, chance.choice(["WEBP", "AVIF"]), size, quality=30)


@kinds.add("AVIF that says it is small")
def _lying(chance: Random) -> bytes:
    content = _image(chance, "AVIF", (2000, 1500), quality=30)
    place = content.index(b"ispe") + 8
    size = struct.pack(">II", chance.choice([64, 640]), chance.choice([48, 480, 2**31]))
    return content[:place] + size + content[place + 8 :]


@kinds.add("another format")
def _other(chance: Random) -> bytes:
    kind = chance.choice(["GIF", "TIFF", "BMP", "ICO", "PPM", "TGA", "JPEG2000", "PDF"])
    return _image(chance, kind, (64, 48))


@kinds.add("noise behind a signature")
def _noise(chance: Random) -> bytes:
    start = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF\0\0\1\0WEBPVP8X", b"\0\0\0\x18ftypavif"]
    return chance.choice(start) + chance.randbytes(chance.choice([0, 10, 5000]))
