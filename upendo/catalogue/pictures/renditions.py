"""From an uploaded file to the renditions that pages use. No database and no storage here."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import IO, Any

from django.utils.translation import gettext_lazy as _
from PIL import AvifImagePlugin, Image, ImageOps

from upendo.catalogue.pictures import heic
from upendo.catalogue.pictures.colours import in_srgb
from upendo.catalogue.pictures.headers import (
    LARGEST_ORIGINAL,
    LARGEST_PANORAMA,
    check_size,
    in_words,
    largest,
    open_picture,
)
from upendo.web.apart import MOST_MEMORY, apart

# px: the column of a small phone, the screen of a phone with 2 and with 3 device pixels for each
# CSS pixel, a desktop's screen.
WIDTHS = (480, 750, 1080, 1600)
PANORAMA_WIDTHS = (LARGEST_ORIGINAL, LARGEST_PANORAMA)  # pages show a part of it
SHARP_WIDTH = WIDTHS[2]  # px; enough for a picture as wide as a phone's screen
FORMATS = {"avif": {"quality": 50, "speed": 9}, "webp": {"quality": 78, "method": 4}}
STORE_FAILS = _(
    "The pictures' store does not answer just now. Nothing is lost: choose the picture again in a "
    "few minutes."
)
SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L")

AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # each thread takes memory, whatever the picture's size


@dataclass(frozen=True)
class CleanImage:
    """A picture as it is kept: upright, without metadata, in every size and format."""

    original: bytes
    extension: str
    size: tuple[int, int]  # px: width, height
    colour: str  # the mean one, as #rrggbb
    renditions: dict[str, bytes]  # by file name

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits that stand for the content."""
        return hashlib.sha256(self.original).hexdigest()[:16]


def widths(natural: int) -> list[int]:
    """Return the widths in px at which a picture of this natural width is rendered."""
    if natural > LARGEST_ORIGINAL:
        return [w for w in WIDTHS + PANORAMA_WIDTHS if w <= natural]
    return [w for w in WIDTHS if w < natural] + ([natural] if natural <= WIDTHS[-1] else [])


def validate(file: Any) -> None:
    """Raise PictureError unless an uploaded file's header is that of a picture to be shown."""
    if not getattr(file, "_committed", False):
        heic.check(file) if heic.is_heic(file) else open_picture(file)
        file.seek(0)


def read(file: IO[bytes]) -> CleanImage:
    """Return the picture upright, without metadata, in sRGB and no larger than pages need.

    A phone's photo carries the place where it was taken, often somebody's home: nothing but the
    pixels is kept. Raises ValidationError, mostly a PictureError.
    """
    return apart(render, file, _memory(file))


@dataclass(frozen=True)
class OneSize:
    """A picture in one size, upright and without metadata."""

    content: bytes  # WebP
    size: tuple[int, int]  # px: width, height


def read_one_size(file: IO[bytes], longest: int) -> OneSize:
    """Return the picture with at most so many px on its longer side, as `read` reads it.

    Raises ValidationError, mostly a PictureError.
    """
    validate(file)  # by its header, which costs less than a process for the whole
    return apart(partial(render_one_size, longest=longest), file, _memory(file))


def render_one_size(file: IO[bytes], longest: int) -> OneSize:
    """Read a picture in this process. Raises PictureError."""
    image = _clean(_small(file))
    image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return OneSize(_encode(image, "webp", FORMATS["webp"]), image.size)


def _memory(file: IO[bytes]) -> int:
    return heic.MOST_MEMORY if heic.is_heic(file) else MOST_MEMORY


def render(file: IO[bytes]) -> CleanImage:
    """Read a picture in this process. Raises PictureError."""
    image = _clean(_small(file))
    extension = "png" if image.mode == "RGBA" else "jpeg"
    return CleanImage(
        _encode(image, extension, {"quality": 90}),
        extension,
        image.size,
        _mean_colour(image),
        dict(_renditions(image)),
    )


def _small(file: IO[bytes]) -> Image.Image:
    """Return an upright picture no larger than is kept, in RGB or RGBA.

    Made smaller first, because each step after that holds a copy of the picture in memory.
    """
    image = heic.open_heic(file) if heic.is_heic(file) else open_picture(file)
    profile = image.info.get("icc_profile")
    with in_words(file):
        image.load()
        transparent = image.has_transparency_data and image.mode not in SIXTEEN_BITS
        if image.mode == "1":
            image = image.convert("L")
        elif image.mode in ("P", "PA", "LA") or (transparent and image.mode != "RGBA"):
            image = image.convert("RGBA" if transparent else "RGB")
        most = largest(*image.size)
        image.thumbnail((most, most), Image.Resampling.LANCZOS)
        if image.mode in SIXTEEN_BITS:
            image = image.convert("I").point(lambda value: value / 256).convert("L")
        upright = in_srgb(ImageOps.exif_transpose(image), profile)
        upright = upright if upright.mode == "RGBA" else upright.convert("RGB")
    check_size(*upright.size)
    return upright


def _clean(image: Image.Image) -> Image.Image:
    """Return nothing but the pixels; RGBA if one of them is transparent."""
    transparent = image.mode == "RGBA" and image.getchannel("A").getextrema() != (255, 255)
    clean = Image.new("RGBA" if transparent else "RGB", image.size)
    clean.paste(image)
    return clean


def _renditions(image: Image.Image) -> Iterator[tuple[str, bytes]]:
    for width in widths(image.width):
        height = max(1, round(image.height * width / image.width))
        scaled = image.resize((width, height), Image.Resampling.LANCZOS)
        for extension, options in FORMATS.items():
            yield f"{width}.{extension}", _encode(scaled, extension, options)


def _mean_colour(image: Image.Image) -> str:
    red, green, blue = image.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
    return f"#{red:02x}{green:02x}{blue:02x}"


def _encode(image: Image.Image, extension: str, options: dict[str, Any]) -> bytes:
    content = io.BytesIO()
    image.save(content, extension.upper(), **options)
    return content.getvalue()
