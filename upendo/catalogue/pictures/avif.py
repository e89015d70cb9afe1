"""Whether an AVIF file is as small as it says.

It names its size in a header, and again within its pixels' data, where only a decoder finds it; a
kilobyte may hold 268 megapixels. So it is decoded once in a process of its own, which may take as
much memory as the header lets expect and no more.
"""

from upendo.catalogue.pictures import apart

ITS_OWN = 64_000_000  # bytes that Python and the decoder take before the first pixel
PROGRAM = """
from PIL import AvifImagePlugin, Image
AvifImagePlugin.DEFAULT_MAX_THREADS = 1
Image.open(content, formats=["AVIF"]).load()
"""


def is_as_it_says(content: bytes, most_memory: int) -> bool:
    """Whether a file is decoded within this many bytes and seconds of a processor.

    Raises TimeoutError on a machine that is too busy just now.
    """
    return apart.decode(PROGRAM, content, ITS_OWN + most_memory) is not None
