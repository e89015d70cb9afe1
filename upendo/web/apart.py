"""Reads an uploaded file apart: in a process of its own, which has so much memory and time.

What a decoder leaves behind, loops in or dies of ends with that process, and the worker is as it
was before. Such a process costs about 0.2 s.
"""

import pickle
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import IO

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import translation
from django.utils.translation import gettext_lazy as _

SECONDS = 10  # of a processor
PATIENCE = 120  # seconds on the wall, on a machine that has much else to do
LONGEST_WAIT = 12  # seconds for the files before this one
MOST_BYTES = 15 * 1024 * 1024  # of a file; each reader refuses what is larger in its own words
MOST_MEMORY = 140_000_000  # bytes; with those of the worker around it less than 300 MB
BUSY = "busy"  # the code of a refusal that another try may not meet
OTHERS_FIRST = _(
    "Other files are being read just now. Nothing is lost: choose the file again in a minute."
)
TOO_MUCH = _(
    "Reading this file takes too much time or memory. Save it smaller or simpler, and try again."
)
ROOT = Path(__file__).parents[2]

# One file at a time in each worker: two at once could take more memory than the host has.
_turn = Lock()


def apart[T](
    read: Callable[[IO[bytes]], T],
    file: IO[bytes],
    memory: int = MOST_MEMORY,
    seconds: int = SECONDS,
) -> T:
    """Return what a function of ours returns for this file, within so much memory and time.

    The memory is in bytes, the time in seconds of a processor. The function may be a partial one,
    and sees no more of the file than MOST_BYTES and one byte. Its module is loaded without Django's
    models and our settings; its words are said in the language that is spoken here.
    Raises the ValidationError that it raises, or one that says what to do about a file that takes
    too much, and RuntimeError with the traceback of any other error. One with the code BUSY says
    that another try may go well.
    """
    with _my_turn():
        file.seek(0)
        content = file.read(MOST_BYTES + 1)  # those who wait hold nothing in memory
        catalogues = map(str, settings.LOCALE_PATHS)
        words = [translation.get_language() or settings.LANGUAGE_CODE, *catalogues]
        what = [pickle.dumps(read).hex(), str(seconds), str(memory), *words]
        try:
            done = subprocess.run(  # noqa: S603 - our own module
                [sys.executable, "-m", __name__, *what],
                cwd=ROOT,
                input=content,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise ValidationError(TOO_MUCH) from error
    # Ended by a limit or by what it has read, or left without memory to say so.
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise ValidationError(TOO_MUCH)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    answer = pickle.loads(done.stdout)  # noqa: S301 - our own program wrote it, as the same user
    if isinstance(answer, ValidationError):
        raise answer
    found: T = answer
    return found


@contextmanager
def _my_turn() -> Iterator[None]:
    if not _turn.acquire(timeout=LONGEST_WAIT):
        raise ValidationError(OTHERS_FIRST, code=BUSY)
    try:
        yield
    finally:
        _turn.release()


def _answer(what: str, seconds: str, memory: str, language: str, *catalogues: str) -> bytes:
    """Read the standard input, within limits, and return what came of it."""
    _speak(language, catalogues)
    read = pickle.loads(bytes.fromhex(what))  # noqa: S301 - written by `apart`
    content = BytesIO(sys.stdin.buffer.read())
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    try:
        with _at_most(int(memory)):
            found = read(content)
        return pickle.dumps(found)
    except ValidationError as error:
        return pickle.dumps(error)
    except MemoryError:
        return pickle.dumps(ValidationError(TOO_MUCH))


def _speak(language: str, catalogues: Sequence[str]) -> None:
    settings.configure(LOCALE_PATHS=catalogues)
    apps.populate([])  # gettext looks for words beside the apps; there are none here
    translation.activate(language)


@contextmanager
def _at_most(memory: int) -> Iterator[None]:
    """Limit the memory meanwhile; afterwards there is some again, to say what came of it."""
    _, before = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, before))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (before, before))


if __name__ == "__main__":
    sys.stdout.buffer.write(_answer(*sys.argv[1:]))
