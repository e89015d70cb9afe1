"""From an uploaded file to the renditions that pages use. No database and no storage here."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from django.core.exceptions import ValidationError
from PIL import Image, ImageOps, UnidentifiedImageError

# px: the column of a small phone, the screen of a phone with 2 and with 3 device pixels for each
# CSS pixel, a desktop's screen.
WIDTHS = (480, 750, 1080, 1600)
SHARP_WIDTH = WIDTHS[2]  # px; enough for a picture as wide as a phone's screen
FORMATS = {"avif": {"quality": 50, "speed": 8}, "webp": {"quality": 78, "method": 4}}
ACCEPTED = ("JPEG", "PNG", "WEBP", "AVIF")
MOST_PIXELS = 60_000_000  # more than the 50 megapixels of a good phone
MOST_BYTES = 15 * 1024 * 1024
LARGEST_ORIGINAL = 2400  # px of the longer side that are kept
STORE_FAILS = (
    "The pictures' store does not answer just now. Nothing is lost: choose the picture again in a "
    "few minutes."
)
TIFF = (b"II*\0", b"MM\0*")


class PictureError(ValidationError):
    """The file is no picture that can be shown; the message says what to do."""


@dataclass(frozen=True)
class CleanImage:
    """An upright picture without metadata."""

    image: Image.Image
    original: bytes
    extension: str

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits that stand for the content."""
        return hashlib.sha256(self.original).hexdigest()[:16]

    @property
    def colour(self) -> str:
        """The mean colour, as #rrggbb."""
        red, green, blue = self.image.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
        return f"#{red:02x}{green:02x}{blue:02x}"

    def renditions(self) -> Iterator[tuple[str, bytes]]:
        """Yield file name and content for every width and format."""
        for width in widths(self.image.width):
            height = round(self.image.height * width / self.image.width)
            scaled = self.image.resize((width, height), Image.Resampling.LANCZOS)
            for extension, options in FORMATS.items():
                yield f"{width}.{extension}", _encode(scaled, extension, options)


def widths(natural: int) -> list[int]:
    """Return the widths in px at which a picture of this natural width is rendered."""
    return [w for w in WIDTHS if w < natural] + ([natural] if natural <= WIDTHS[-1] else [])


def validate(file: Any) -> None:
    """Raise PictureError unless the uploaded file is a picture that can be shown."""
    if not getattr(file, "_committed", False):
        _open(file)


def read(file: IO[bytes]) -> CleanImage:
    """Return the picture upright, without metadata, in sRGB and no larger than pages need.

    A phone's photo carries the place where it was taken, often somebody's home: nothing but the
    pixels is kept. Raises PictureError.
    """
    image = _open(file)
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if image.mode != mode:
        image = image.convert(mode)
    # Made smaller first, because each step below holds a copy of the photo in memory.
    image.thumbnail((LARGEST_ORIGINAL, LARGEST_ORIGINAL), Image.Resampling.LANCZOS)
    image = ImageOps.exif_transpose(image)
    transparent = mode == "RGBA" and any(image.getchannel("A").histogram()[:255])
    image = image if transparent else image.convert("RGB")
    clean = Image.frombytes(image.mode, image.size, image.tobytes())
    extension = "png" if transparent else "jpeg"
    return CleanImage(clean, _encode(clean, extension, {"quality": 90}), extension)


def _open(file: IO[bytes]) -> Image.Image:
    file.seek(0, io.SEEK_END)
    if file.tell() > MOST_BYTES:
        raise PictureError("This file is larger than 15 MB. Save it smaller and try again.")
    file.seek(0)
    try:
        image = Image.open(file, formats=ACCEPTED)
        if image.width * image.height > MOST_PIXELS:
            raise PictureError(
                f"This picture has {image.width} x {image.height} pixels, which is too many. "
                "Save it at 4000 pixels wide or less and try again."
            )
        # Reads a large JPEG at reduced size, which saves memory.
        image.draft(None, (LARGEST_ORIGINAL, LARGEST_ORIGINAL))
        image.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError) as error:
        raise PictureError(_refusal(file)) from error
    file.seek(0)
    return image


def _refusal(file: IO[bytes]) -> str:
    file.seek(0)
    start = file.read(12)
    if start[4:8] == b"ftyp":
        return (
            "This is an iPhone's HEIC photo. Share it as JPEG, or set the phone's camera to "
            "Formats: Most Compatible."
        )
    if start.startswith(TIFF):
        return "This is a TIFF file, which browsers do not show. Save it as JPEG and try again."
    return (
        "This file is not a picture that can be shown, or it is damaged. "
        "Use a JPEG, PNG, WebP or AVIF file."
    )


def _encode(image: Image.Image, extension: str, options: dict[str, Any]) -> bytes:
    content = io.BytesIO()
    image.save(content, extension.upper(), **options)
    return content.getvalue()
