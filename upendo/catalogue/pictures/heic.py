"""Photos as iPhones keep them: HEIC files.

Decoded in a process of its own, in strips that are made smaller at once, so that no more memory is
taken than for a JPEG of a phone.
"""

import io
import re
from typing import IO

from PIL import Image

from upendo.catalogue.pictures import apart
from upendo.catalogue.pictures.headers import (
    LARGEST_ORIGINAL,
    MOST_BYTES,
    MOST_MEMORY,
    TOO_LARGE,
    PictureError,
    busy,
    check_size,
    too_many,
)

BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}
SIZE = re.compile(rb"ispe\0{4}(.{4})(.{4})", re.DOTALL)  # of the picture, and of its tiles
DECODING = 5  # bytes for each pixel: two planes in colour, then three colours
ITS_OWN = 100_000_000  # bytes that Python, the decoder and the smaller picture take beside
DAMAGED = (
    "This HEIC photo is damaged, or only a part of it has arrived. Send it again, or share it as "
    "JPEG."
)
PROGRAM = """
from PIL import Image
from pillow_heif import open_heif, options
options.DECODE_THREADS, options.THUMBNAILS = 1, False
options.DEPTH_IMAGES = options.AUX_IMAGES = False
photo = open_heif(content, convert_hdr_to_8bit=True)
(width, height), mode, data, stride = photo.size, photo.mode, memoryview(photo.data), photo.stride
less = max(1, max(width, height) // int(sys.argv[3]))
small = Image.new(mode, (-(-width // less), -(-height // less)))
for top in range(0, height, 64 * less):
    rows = min(64 * less, height - top)
    part = data[top * stride : (top + rows) * stride]
    strip = Image.frombuffer(mode, (width, rows), part, "raw", mode, stride, 1)
    small.paste(strip.reduce(less), (0, top // less))
profile = photo.info.get("icc_profile")
small.save(sys.stdout.buffer, "PNG", compress_level=1, icc_profile=profile)
"""


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
    if width * height * DECODING > MOST_MEMORY:
        raise too_many(width, height, " for a HEIC file")


def open_heic(file: IO[bytes]) -> Image.Image:
    """Return a photo, upright and at most twice as large as is kept. Raises PictureError."""
    check(file)
    memory = ITS_OWN + MOST_MEMORY
    try:
        picture = apart.decode(PROGRAM, file.read(), memory, str(LARGEST_ORIGINAL))
    except TimeoutError as error:
        raise busy() from error
    if not picture:
        raise PictureError(DAMAGED)
    return Image.open(io.BytesIO(picture), formats=["PNG"])
