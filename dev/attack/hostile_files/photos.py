"""Photos as iPhones keep them, whole and hostile."""

import io
import struct
from functools import cache
from random import Random

from PIL import ExifTags, Image
from pillow_heif import from_pillow

from dev.attack.hostile_files.kinds import Kinds, cut, damaged

IPHONE = "photo of an iPhone"
IPHONE_SIZES = ((4032, 3024), (5712, 4284))  # px; of 12 and of 24 megapixels
SMALL = (1600, 1200)  # px
HELD_UPRIGHT = Image.Exif()
HELD_UPRIGHT[ExifTags.Base.Orientation] = 6  # the camera lies on its side
kinds = Kinds()


@cache
def _photo(size: tuple[int, int]) -> bytes:
    """Return one that takes as long to read as any; the quickest to make."""
    file = io.BytesIO()
    noise = Image.frombytes("RGB", (120, 90), Random(1).randbytes(120 * 90 * 3))  # noqa: S311 - no secret
    large = noise.resize(size, Image.Resampling.BILINEAR)
    large.info["exif"] = HELD_UPRIGHT.tobytes()
    from_pillow(large).save(file, quality=30, enc_params={"preset": "ultrafast"})
    return file.getvalue()


@kinds.add(IPHONE)
def _iphone(chance: Random) -> bytes:
    return _photo(chance.choice(IPHONE_SIZES))


@kinds.add("HEIC, damaged or said to be of another size")
def _heic(chance: Random) -> bytes:
    content = _photo(chance.choice([SMALL, SMALL, *IPHONE_SIZES]))
    place = content.index(b"ispe") + 8
    side = chance.choice([48, 480, 4284, 2**31])
    lying = content[:place] + struct.pack(">II", side, side) + content[place + 8 :]
    return chance.choice([cut(chance, content), damaged(chance, content), lying])
