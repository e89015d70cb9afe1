"""Takes in the photo that a reader may add to a letter."""

from threading import BoundedSemaphore
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from upendo.catalogue.pictures.renditions import OneSize, read_one_size
from upendo.inbox.correspondence.receive import reopen
from upendo.inbox.models import Letter, Photo
from upendo.web.apart import BUSY, OTHERS_FIRST

LONGEST_SIDE = 1200  # px that are kept: sharp on a phone's screen and on half a sheet of paper
# Of a worker's four threads: one has a photo read, another waits for its turn.
places = BoundedSemaphore(2)


def add_photo(letter: Letter, file: "UploadedFile[Any]") -> None:
    """Add a photo to a letter, and have the team look at it; the first one that comes stays.

    Raises ValidationError when it cannot be shown or others are being read, and Letter.DoesNotExist
    when the letter was erased meanwhile.
    """
    if Photo.objects.filter(letter=letter).exists():
        return
    photo = _read(file)
    width, height = photo.size
    with transaction.atomic():
        # The same photo may be sent twice in the same moment.
        kept = {"content": photo.content, "width": width, "height": height}
        Photo.objects.get_or_create(letter=reopen(letter), defaults=kept)


def _read(file: "UploadedFile[Any]") -> OneSize:
    if not places.acquire(blocking=False):
        raise ValidationError(OTHERS_FIRST, code=BUSY)
    try:
        return read_one_size(file, LONGEST_SIDE)
    finally:
        places.release()
