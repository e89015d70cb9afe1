"""What is kept of a recording, and why one is refused."""

import hashlib
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

RATE = 24_000  # samples a second; enough for a voice
BITS = 48_000  # a second
LONGEST = 10 * 60  # seconds
SHORTEST = 1  # second
# Of 32,767: a room in which nobody speaks is louder to a microphone.
QUIETEST = 100

UNKNOWN = _(
    "This file is not a recording that can be read. Use an m4a, mp3, ogg, opus or wav file, as "
    "phones make them."
)
DAMAGED = _(
    "This recording is damaged, or only a part of it has arrived. Listen to it on the phone, and "
    "send it again."
)
TOO_LARGE = _("This recording is larger than 15 MB. Save it as m4a or mp3 and try again.")
VIDEO = _("This is a video. Save its sound alone, as m4a or mp3, and choose that file.")
NO_SOUND = _("There is no sound in this file. Choose the recording itself.")
SILENT = _("Nothing is to be heard in this recording. Listen to it, and record it again.")
TOO_SHORT = _("This recording is shorter than a second. Choose the whole one.")
TOO_LONG = _(
    "This recording is longer than 10 minutes. Cut it down to what readers are to hear, and try "
    "again."
)
STORE_FAILS = _(
    "The recordings' store does not answer just now. Nothing is lost: choose the recording again "
    "in a few minutes."
)


class RecordingError(ValidationError):
    """The file is no recording that can be heard; the message says what to do."""


@dataclass(frozen=True)
class Sound:
    """A recording as it is kept: an MP3 of one channel, without metadata."""

    content: bytes
    seconds: int

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits that stand for the content."""
        return hashlib.sha256(self.content).hexdigest()[:16]
