"""A decoder in a process of its own, which may take so much memory and time, and no more."""

import subprocess
import sys

SECONDS = 10  # of a processor
PATIENCE = 20  # seconds on the wall; the host gives up after 30
PROGRAM = """
import io, resource, sys
content = io.BytesIO(sys.stdin.buffer.read())
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[2]),) * 2)
resource.setrlimit(resource.RLIMIT_DATA, (int(sys.argv[1]),) * 2)
"""


def decode(program: str, content: bytes, most_memory: int, *arguments: str) -> bytes | None:
    """Return what a program writes that finds a file in `content`; nothing where it fails.

    Its arguments begin at sys.argv[3]. Raises TimeoutError on a machine that is too busy just now.
    """
    limits = [str(most_memory + len(content)), str(SECONDS)]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-I", "-c", PROGRAM + program, *limits, *arguments],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    return done.stdout if done.returncode == 0 else None
