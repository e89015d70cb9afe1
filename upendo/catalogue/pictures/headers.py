"""What reading an uploaded picture would take, from its header alone: no pixel is decoded here.

A few kilobytes can hold a picture whose pixels fill all memory, or take minutes. What must not be
decoded is refused in words before the decoder is asked.
"""

import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from PIL import Image, JpegImagePlugin, PngImagePlugin, WebPImagePlugin

from upendo.web.apart import MOST_BYTES

ACCEPTED = ("JPEG", "PNG", "WEBP", "AVIF")
MOST_MEMORY = 110_000_000  # bytes while a picture is read; with Python less than apart.py allows
MOST_SIDE = 20_000  # px; a phone of 200 megapixels has 16,320
LEAST_SIDE = 24  # px; less is a tracking pixel or a ruled line
LONGEST = 20  # times the shorter side; a panorama has about ten
MOST_CHUNKS = 20_000  # of a PNG, each read by Python
MOST_SCANS = 64  # of a progressive JPEG, each of which goes over the whole picture
# Bytes for each pixel while it is decoded, the decoder's own buffers with it; measured.
DECODING = {"WEBP": 18, "AVIF": 17}
STORED = {"1": 2, "L": 1, "P": 5, "I;16": 2, "I;16B": 2}  # bytes for each pixel; 4 in other modes
SMALLER = 1.4  # times that, while it is made smaller
LARGEST_ORIGINAL = 2400  # px of the longer side that are kept
# Of a panorama more: pages show a part of it, cut to a common shape.
LARGEST_PANORAMA = 3600  # px
TIFF = (b"II*\0", b"MM\0*")
WEBP_HEADER = 30  # bytes
TOO_LARGE = _("This file is larger than 15 MB. Save it smaller and try again.")

# The rules below are stricter than Pillow's one limit, except for a phone's large JPEG.
Image.MAX_IMAGE_PIXELS = None
PngImagePlugin.MAX_TEXT_MEMORY = 4 * 1024 * 1024  # bytes of texts that are packed in a PNG


class PictureError(ValidationError):
    """The file is no picture that can be shown; the message says what to do."""


def open_picture(file: IO[bytes]) -> Image.Image:
    """Return a picture that may be decoded, with nothing decoded yet.

    A large JPEG will be decoded at reduced size. Raises PictureError.
    """
    _check_bytes(file)
    with in_words(file):
        image = Image.open(file, formats=ACCEPTED)
        check_size(*image.size)
        scan_memory = _scan_memory(image, file) if image.format == "JPEG" else 0
        width, height = image.size
        longer, most = max(width, height), largest(width, height)
        if longer > most:
            image.draft(None, (width * most // longer, height * most // longer))
        if _memory(image) + scan_memory > MOST_MEMORY:
            kind = gettext("progressive JPEG") if scan_memory else str(image.format)
            raise too_many(width, height, kind)
    return image


def largest(width: int, height: int) -> int:
    """Return how many px of the longer side of a picture of this size are kept.

    The longer it is for its width, the more, but never more pixels than in one twice as long.
    """
    same_pixels = LARGEST_ORIGINAL * math.sqrt(max(width, height) / min(width, height) / 2)
    return round(min(max(same_pixels, LARGEST_ORIGINAL), LARGEST_PANORAMA))


def check_size(width: int, height: int) -> None:
    """Raise PictureError for a picture of a size in px that no page can show."""
    if max(width, height) > MOST_SIDE:
        raise too_many(width, height)
    if min(width, height) < LEAST_SIDE:
        raise PictureError(
            gettext(
                "This picture has only %(width)d x %(height)d pixels, too few to be seen. Choose "
                "another."
            )
            % {"width": width, "height": height}
        )
    if max(width, height) > LONGEST * min(width, height):
        raise PictureError(
            gettext(
                "This picture has %(width)d x %(height)d pixels, which is too long and thin for a "
                "page. Cut it until it is at most %(most)d times as long as it is wide."
            )
            % {"width": width, "height": height, "most": LONGEST}
        )


def too_many(width: int, height: int, kind: str = "") -> PictureError:
    """Return the refusal of a picture that would take too much memory, as one of its kind may."""
    words = gettext("This picture has %(width)d x %(height)d pixels, which is too many.")
    if kind:
        words = gettext(
            "This picture has %(width)d x %(height)d pixels, which is too many for a %(kind)s file."
        )
    advice = gettext("Save it as a JPEG at most 4000 pixels wide and try again.")
    return PictureError(f"{words % {'width': width, 'height': height, 'kind': kind}} {advice}")


@contextmanager
def in_words(file: IO[bytes]) -> Iterator[None]:
    """Turn whatever a decoder raises over a broken file into a PictureError."""
    try:
        yield
    except (ValidationError, MemoryError):
        raise
    # Decoders raise much else over a broken file: struct.error, KeyError, OverflowError.
    except Exception as error:
        raise PictureError(_refusal(file)) from error


def _check_bytes(file: IO[bytes]) -> None:
    """Check what Pillow's own opening would take too much for. It reads WebP's canvas at once."""
    file.seek(0, io.SEEK_END)
    if file.tell() > MOST_BYTES:
        raise PictureError(TOO_LARGE)
    file.seek(0)
    start = file.read(WEBP_HEADER)
    if start[8:12] == b"WEBP" and (size := WebPImagePlugin._get_size(start)):
        check_size(*size)
        if size[0] * size[1] * DECODING["WEBP"] > MOST_MEMORY:
            raise too_many(*size, "WebP")
    if start.startswith(b"\x89PNG"):
        file.seek(8)
        _check_chunks(file)
    file.seek(0)


def _check_chunks(file: IO[bytes]) -> None:
    for _chunk in range(MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8 or head[4:] == b"IEND":
            return
        file.seek(int.from_bytes(head[:4]) + 4, io.SEEK_CUR)
    raise PictureError(
        gettext("This PNG file is cut into too many pieces. Save it as JPEG and try again.")
    )


def _memory(image: Image.Image) -> int:
    """Return how many bytes reading takes at most, once a large JPEG is drafted."""
    pixels = image.width * image.height
    # There is a second copy of a transparent picture while it is made smaller.
    copied = 4 * (image.has_transparency_data or image.mode in ("PA", "LA"))
    stored = STORED.get(image.mode, 4) * SMALLER
    return round(pixels * (DECODING.get(image.format or "", stored) + copied)) + 16 * image.height


def _scan_memory(image: Image.Image, file: IO[bytes]) -> int:
    """Return how many bytes a JPEG in several scans takes before its first pixel is there.

    Its coefficients, of two bytes each, are all kept at full size, however small it is drafted.
    """
    if not isinstance(image, JpegImagePlugin.JpegImageFile):
        return 0
    file.seek(0)
    content = file.read()
    # In the pixels' data, and nowhere else in a JPEG, these bytes begin a scan; a small preview
    # within the header adds a few.
    scans = content.count(b"\xff\xda")
    if scans > MOST_SCANS:
        raise PictureError(
            gettext(
                "This JPEG file is built of too many layers. Save it as a plain JPEG and try again."
            )
        )
    if scans == 1 and "progressive" not in image.info:
        return 0
    highest = max(across * down for _, across, down, _ in image.layer) or 1
    samples = sum(across * down for _, across, down, _ in image.layer) / highest
    return round(image.width * image.height * samples * 2)


def _refusal(file: IO[bytes]) -> str:
    file.seek(0)
    start = file.read(12)
    if start[4:8] == b"ftyp" and start[8:12] not in (b"avif", b"avis"):
        return gettext("This is a video. Choose a photo, or make a still of it.")
    if start.startswith(TIFF):
        return gettext(
            "This is a TIFF file, which browsers do not show. Save it as JPEG and try again."
        )
    return gettext(
        "This file is not a picture that can be shown, or it is damaged. "
        "Use a JPEG, PNG, WebP, AVIF or HEIC file."
    )
