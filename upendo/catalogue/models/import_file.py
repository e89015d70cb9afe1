"""Tables of codes on their way from the upload to the import."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from upendo.catalogue.models.print_run import PrintRun

KEPT_FOR = timedelta(days=1)


class ImportFileQuerySet(models.QuerySet["ImportFile"]):
    def forgotten(self) -> "ImportFileQuerySet":
        """Tables that somebody sent a day ago; the codes that were made of them stay."""
        return self.filter(made_at__lt=timezone.now() - KEPT_FOR)

    def light(self) -> "ImportFileQuerySet":
        """Tables without what is in them, of which there may be much."""
        return self.defer("content", "rows", "checked", "report")

    def unfinished(self) -> "ImportFileQuerySet":
        """Tables that are to be read, checked or imported, without anybody's doing."""
        is_left = Q(number=0) | Q(done__lt=F("number")) | Q(wanted_at__isnull=False)
        return self.filter(is_left, refusal="", imported_at=None)


class ImportFile(models.Model):
    """An uploaded table, and how far it is: kept, read, checked, wanted, imported.

    It is all in the database, since any worker may go on with it. A release that changes what
    ``rows`` and ``checked`` hold empties this table.
    """

    key = models.UUIDField(primary_key=True, default=uuid4)
    name = models.CharField(max_length=255, blank=True, default="", db_default="")
    content = models.BinaryField()
    notes = models.JSONField(null=True)  # on the file as a whole
    rows = models.JSONField(null=True)  # as they were read
    checked = models.JSONField(null=True)  # as far as they are
    number = models.PositiveIntegerField(default=0, db_default=0)  # of rows; 0 before it is read
    done = models.PositiveIntegerField(default=0, db_default=0)  # rows checked
    totals = models.JSONField(null=True)  # how many rows become what
    report = models.TextField(blank=True)
    refusal = models.TextField(blank=True, default="", db_default="")  # why it cannot be read
    # Who sent it, and later who wants it imported.
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    wanted_at = models.DateTimeField(null=True)
    imported_at = models.DateTimeField(null=True)
    print_run = models.ForeignKey(PrintRun, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = ImportFileQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.name or str(self.key)

    @property
    def is_checked(self) -> bool:
        """Whether it is known what becomes of each of its rows."""
        return 0 < self.number == self.done

    @property
    def is_under_way(self) -> bool:
        """Whether something happens to it without anybody's doing."""
        is_left: Any = not self.is_checked or self.wanted_at
        return bool(is_left and not self.refusal and not self.imported_at)
