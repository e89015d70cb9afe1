"""Reads an uploaded recording."""

from typing import IO

from upendo.catalogue.recordings.sound import Sound
from upendo.web.apart import apart

MOST_SECONDS = 20  # of a processor; ten minutes as a messenger sends them take five here


def read(file: IO[bytes]) -> Sound:
    """Return a recording as it is kept: small, of one channel, without metadata.

    A phone writes into a recording where it was made and whose phone it is: nothing but the sound
    is kept. Raises ValidationError, mostly a RecordingError.
    """
    return apart(convert, file, seconds=MOST_SECONDS)


def convert(file: IO[bytes]) -> Sound:
    """Read a recording in this process. Raises RecordingError."""
    # A hundred megabytes of libraries, which only the process apart is to load.
    from upendo.catalogue.recordings.encode import encode  # noqa: PLC0415

    return encode(file)
