"""Colours as every screen understands them."""

import io
from functools import cache

from PIL import Image, ImageCms

MOST_BYTES = 4 * 1024 * 1024  # of a profile; those of printing presses have two
# What the profile of each kind of colours may describe.
MODES = {"RGB": ("RGB", "RGBA"), "CMYK": ("CMYK",), "GRAY": ("L",)}


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture whose numbers mean sRGB; the same one without a profile that fits it.

    An iPhone's photo means Display P3, a camera's may mean Adobe RGB, and a scan a printer's inks.
    """
    if not profile or len(profile) > MOST_BYTES:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if image.mode not in MODES.get(source.profile.xcolor_space.strip(), ()):
            return image
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(image, source, _srgb(), outputMode=mode) or image
    # A damaged profile says nothing; the picture is shown as if there were none.
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
