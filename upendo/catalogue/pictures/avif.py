"""Whether an AVIF file is as small as it says.

It names its size in a header, and again within its pixels' data, where only a decoder finds it; a
kilobyte may hold 268 megapixels. So it is decoded once in a process of its own, which may take as
much memory as the header lets expect and no more.
"""

import subprocess
import sys

SECONDS = 10  # of a processor
PATIENCE = 20  # seconds on the wall; the host gives up after 30
ITS_OWN = 64_000_000  # bytes that Python and the decoder take before the first pixel
PROGRAM = """
import io, resource, sys
from PIL import AvifImagePlugin, Image
AvifImagePlugin.DEFAULT_MAX_THREADS = 1
content = io.BytesIO(sys.stdin.buffer.read())
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]),) * 2)
resource.setrlimit(resource.RLIMIT_DATA, (int(sys.argv[1]),) * 2)
Image.open(content, formats=["AVIF"]).load()
"""


def is_as_it_says(content: bytes, most_memory: int) -> bool:
    """Whether a file is decoded within this many bytes and in time."""
    limits = [str(ITS_OWN + len(content) + most_memory), str(SECONDS)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-I", "-c", PROGRAM, *limits],
            input=content,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
