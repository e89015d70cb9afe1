"""Reminds the team of waiting letters, and erases letters that were kept long enough."""

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from upendo.catalogue.models import Picture
from upendo.catalogue.pictures import renditions
from upendo.inbox.models import Announcement, Letter, Message


def forget_old_letters() -> int:
    """Erase the letters that were kept long enough, and return how many there were."""
    return erase(Letter.objects.kept_long_enough())


def erase(letters: QuerySet[Letter]) -> int:
    """Delete letters with all that belongs to them, photographs too; return how many there were."""
    with_photo = Message.objects.filter(letter__in=letters, photo__isnull=False)
    photos = list(Picture.objects.filter(pk__in=with_photo.values("photo")))
    with transaction.atomic():
        count: int = letters.delete()[1].get("inbox.Letter", 0)
    for photo in photos:
        _erase_photo(photo)
    return count


def remind_of_waiting_letters() -> None:
    """Write one reminder to the team for each letter that has been waiting for two weeks."""
    letters = Letter.objects.waiting_too_long()
    last = Message.objects.filter(letter__in=letters).order_by("letter_id", "-created_at", "-id")
    Announcement.objects.bulk_create(
        [
            Announcement(message=message, audience=Announcement.Audience.REMINDER)
            for message in last.distinct("letter_id").exclude(
                announcements__audience=Announcement.Audience.REMINDER
            )
        ],
        ignore_conflicts=True,
    )


def _erase_photo(photo: Picture) -> None:
    pk, folder, original = photo.pk, photo.folder, str(photo.image.name)
    try:
        photo.delete()
    except ProtectedError:
        return  # something else shows this picture too
    Picture.history.filter(id=pk).delete()
    if Picture.objects.filter(folder=folder).exists():
        return
    sizes = [
        f"{width}.{kind}" for width in renditions.widths(photo.width) for kind in renditions.FORMATS
    ]
    for name in [original, *(f"{folder}/{size}" for size in sizes)]:
        default_storage.delete(name)
