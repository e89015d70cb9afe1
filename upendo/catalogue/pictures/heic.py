"""Photos as iPhones keep them: HEIC files.

Decoding takes five bytes for each pixel. What comes of it is made smaller in strips, so that there
is never a second copy in full size.
"""

import re
from typing import IO

from django.utils.translation import gettext_lazy as _
from PIL import Image

from upendo.catalogue.pictures.headers import (
    TOO_LARGE,
    PictureError,
    check_size,
    largest,
    too_many,
)
from upendo.web.apart import MOST_BYTES

BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}
SIZE = re.compile(rb"ispe\0{4}(.{4})(.{4})", re.DOTALL)  # of the picture, and of its tiles
MOST_PIXELS = 25_000_000  # what an iPhone of 2023 takes by itself has 24.5 million
MOST_MEMORY = 155_000_000  # bytes for all that the process keeps, Python and its modules included
DAMAGED = _(
    "This HEIC photo is damaged, or only a part of it has arrived. Send it again, or share it as "
    "JPEG."
)
ROWS = 64  # of the smaller picture, that are made at a time


def is_heic(file: IO[bytes]) -> bool:
    """Whether a file calls itself HEIC, whatever its name is."""
    file.seek(0)
    start = file.read(512)
    file.seek(0)
    if start[4:8] != b"ftyp":
        return False
    brands = start[8 : min(int.from_bytes(start[:4]), len(start))]
    return not BRANDS.isdisjoint(brands[at : at + 4] for at in range(0, len(brands), 4))


def check(file: IO[bytes]) -> None:
    """Raise PictureError for a photo that would take too much. Nothing is decoded."""
    file.seek(0)
    content = file.read(MOST_BYTES + 1)
    file.seek(0)
    if len(content) > MOST_BYTES:
        raise PictureError(TOO_LARGE)
    sizes = [tuple(map(int.from_bytes, found.groups())) for found in SIZE.finditer(content)]
    if not sizes:
        raise PictureError(DAMAGED)
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    check_size(width, height)
    if width * height > MOST_PIXELS:
        raise too_many(width, height, "HEIC")


def open_heic(file: IO[bytes]) -> Image.Image:
    """Return a photo, upright and less than twice as large as is kept. Raises PictureError."""
    check(file)
    try:
        return _decode(file)
    except (OSError, ValueError, RuntimeError, EOFError, SyntaxError) as error:
        if "allocation" in str(error):  # the decoder's word for too little memory
            raise MemoryError from error
        raise PictureError(DAMAGED) from error


def _decode(file: IO[bytes]) -> Image.Image:
    # Only the process that decodes needs the decoder, which takes some megabytes by itself.
    from pillow_heif import open_heif, options  # noqa: PLC0415 - see above

    options.DECODE_THREADS = 1
    options.THUMBNAILS = options.DEPTH_IMAGES = options.AUX_IMAGES = False
    photo = open_heif(file, convert_hdr_to_8bit=True)
    (width, height), mode, stride = photo.size, photo.mode, photo.stride
    check_size(width, height)
    pixels = memoryview(photo.data)
    less = max(1, max(width, height) // largest(width, height))
    small = Image.new(mode, (-(-width // less), -(-height // less)))
    for top in range(0, height, ROWS * less):
        rows = min(ROWS * less, height - top)
        part = bytes(pixels[top * stride : (top + rows) * stride])
        strip = Image.frombytes(mode, (width, rows), part, "raw", mode, stride, 1)
        small.paste(strip.reduce(less), (0, top // less))
    small.info["icc_profile"] = photo.info.get("icc_profile")
    return small
