"""Photos of phones and scans of printers, in the colours that they were taken in."""

import io
from functools import cache

import pytest
from django.core.exceptions import ValidationError
from PIL import Image, ImageCms
from pillow_heif import from_pillow

from upendo.catalogue.pictures import heic, renditions
from upendo.catalogue.pictures.headers import PictureError
from upendo.catalogue.pictures.tests.profiles import DISPLAY_P3
from upendo.web.apart import apart

# Red as sRGB knows it, in the numbers of Display P3.
RED_IN_P3 = (234, 51, 35)
RED = "#ff0000"


@cache
def photo(size: tuple[int, int] = (640, 480)) -> bytes:
    content = io.BytesIO()
    image = from_pillow(Image.new("RGB", size, RED_IN_P3))
    quickly = {"preset": "ultrafast"}
    image.save(content, quality=95, icc_profile=DISPLAY_P3, enc_params=quickly)
    return content.getvalue()


def saved(kind: str, colour: object, mode: str = "RGB", profile: bytes = DISPLAY_P3) -> io.BytesIO:
    content = io.BytesIO()
    image = Image.new(mode, (640, 480), colour)  # type: ignore[arg-type]  # one for each mode
    image.save(content, kind, icc_profile=profile, quality=100)
    return content


def distance(one: str, other: str) -> int:
    first, second = bytes.fromhex(one[1:]), bytes.fromhex(other[1:])
    return max(abs(a - b) for a, b in zip(first, second, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_phones_colours_are_kept(kind: str) -> None:
    assert distance(renditions.render(saved(kind, RED_IN_P3)).colour, RED) <= 3


def test_a_transparent_picture_stays_transparent() -> None:
    clean = renditions.render(saved("PNG", (*RED_IN_P3, 128), "RGBA"))
    assert clean.extension == "png"
    assert distance(clean.colour, RED) <= 3


@pytest.mark.parametrize("profile", [b"", b"no profile", DISPLAY_P3[:200]])
def test_a_damaged_profile_says_nothing(profile: bytes) -> None:
    assert (
        distance(renditions.render(saved("JPEG", RED_IN_P3, profile=profile)).colour, "#ea3323") < 3
    )


def test_a_profile_of_other_colours_says_nothing() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert renditions.render(saved("JPEG", 128, "L", lab)).colour == "#808080"


def test_an_iphones_photo_is_read_in_its_colours() -> None:
    clean = renditions.render(io.BytesIO(photo()))
    assert (clean.size, clean.extension) == ((640, 480), "jpeg")
    assert distance(clean.colour, RED) <= 6


def test_a_large_photo_is_made_smaller_in_strips() -> None:
    assert heic.open_heic(io.BytesIO(photo((7600, 400)))).size == (3800, 200)


def test_a_photo_for_which_memory_lacks_is_not_called_damaged() -> None:
    with pytest.raises(ValidationError, match="too much time or memory"):
        apart(renditions.render, io.BytesIO(photo((4000, 3000))), 70_000_000)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        ((8064, 6048), "too many for a HEIC"),
        ((10, 400), "too few"),
        ((6000, 200), "too long and thin"),
        ((640, 480), "HEIC photo is damaged"),
    ],
)
def test_a_photo_that_takes_too_much_or_is_cut_short_is_refused_in_words(
    size: tuple[int, int], words: str
) -> None:
    said = b"ispe\0\0\0\0" + b"".join(side.to_bytes(4) for side in size)
    with pytest.raises(PictureError, match=words):
        renditions.render(io.BytesIO(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + said))
