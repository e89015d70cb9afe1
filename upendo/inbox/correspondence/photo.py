"""Takes in the photo that a reader may add to a letter."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from upendo.catalogue.pictures.renditions import read_one_size
from upendo.inbox.models import Letter, Photo

LONGEST_SIDE = 1200  # px that are kept: sharp on a phone's screen and on half a sheet of paper
LONGEST_WAIT = 2  # seconds for other files: a reader's photo holds no thread for longer


def add_photo(letter: Letter, file: "UploadedFile[Any]") -> None:
    """Add a photo to a letter, and have the team look at it; the first one that comes stays.

    Raises ValidationError when it cannot be shown or others are being read, and Letter.DoesNotExist
    when the letter was erased meanwhile.
    """
    if Photo.objects.filter(letter=letter).exists():
        return
    photo = read_one_size(file, LONGEST_SIDE, LONGEST_WAIT)
    width, height = photo.size
    with transaction.atomic():
        locked = Letter.objects.select_for_update().get(pk=letter.pk)
        if locked.status != Letter.Status.SPAM:
            locked.status = Letter.Status.NEW
        locked.active_at = timezone.now()
        locked.save(update_fields=["status", "active_at"])
        # The same photo may be sent twice in the same moment.
        kept = {"content": photo.content, "width": width, "height": height}
        Photo.objects.get_or_create(letter=locked, defaults=kept)
