"""What is refused before a pixel is decoded, and what the rest takes."""

import io
import struct
import zlib
from itertools import chain

import pytest
from PIL import Image

from upendo.catalogue.pictures import headers, renditions
from upendo.catalogue.pictures.headers import PictureError


def png(width: int, height: int, depth: int = 8, colours: int = 2, chunks: int = 0) -> bytes:
    """Return a PNG whose pixels are missing."""
    head = struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0)
    parts = [(b"IHDR", head), *[(b"tEXt", b"a\0b")] * chunks, (b"IDAT", b""), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chain.from_iterable(
            (struct.pack(">I", len(data)), name, data, struct.pack(">I", zlib.crc32(name + data)))
            for name, data in parts
        )
    )


def jpeg(size: tuple[int, int], *, progressive: bool = False) -> bytes:
    content = io.BytesIO()
    Image.new("RGB", size, "#d99a1e").save(
        content, "JPEG", progressive=progressive, subsampling=0, quality=10
    )
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (png(1, 59_999_999), "too many"),
        (png(59_999_999, 1), "too many"),
        (png(9_000, 9_000), "too many for a PNG"),
        (png(9_000, 9_000, 16, 0), "too many for a PNG"),
        (png(5_000, 5_000, 8, 6), "too many for a PNG"),
        (png(1000, 1), "too few"),
        (png(2401, 2), "too few"),
        (png(1, 1), "too few"),
        (png(4000, 100), "too long and thin"),
        (png(100, 4000), "too long and thin"),
        (png(800, 600, chunks=20_001), "too many pieces"),
        (png(800, 600), "damaged"),
        (jpeg((4800, 4800), progressive=True), "too many for a progressive JPEG"),
        (b"\xff\xda" * 65 + b"x", "not a picture"),
        (jpeg((640, 480)).replace(b"\xff\xd9", b"\xff\xda\0\0" * 70), "too many layers"),
        (b"RIFF\0\0\0\0WEBPVP8X" + struct.pack("<II", 10, 0) + b"\x0f\x27\0" * 2, "for a WebP"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_would_take_too_much_is_refused_in_words(content: bytes, message: str) -> None:
    with pytest.raises(PictureError, match=message):
        renditions.render(io.BytesIO(content))


def test_a_phones_photo_of_two_hundred_megapixels_is_read_at_reduced_size() -> None:
    image = headers.open_picture(io.BytesIO(jpeg((16_320, 12_240))))
    assert image.size == (4080, 3060)


def test_sixteen_bits_of_grey_stay_grey() -> None:
    content = io.BytesIO()
    Image.new("I;16", (800, 600), 0x8000).save(content, "PNG")
    assert renditions.render(content).colour == "#808080"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_png_is_rendered(mode: str) -> None:
    content = io.BytesIO()
    Image.new(mode, (600, 300)).save(content, "PNG")
    assert set(renditions.render(content).renditions) == {
        "480.avif",
        "480.webp",
        "600.avif",
        "600.webp",
    }
