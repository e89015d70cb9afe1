"""Files between their check and their import."""

from datetime import timedelta
from uuid import uuid4

from django.db import models
from django.utils import timezone

KEPT_FOR = timedelta(days=1)


class ImportFileQuerySet(models.QuerySet["ImportFile"]):
    def forgotten(self) -> "ImportFileQuerySet":
        """Files that were checked some time ago and never imported."""
        return self.filter(made_at__lt=timezone.now() - KEPT_FOR)


class ImportFile(models.Model):
    """An uploaded table, with what the check said about each row.

    It is kept in the database, since the request that imports it may reach another worker.
    """

    key = models.UUIDField(primary_key=True, default=uuid4)
    content = models.BinaryField()
    report = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = ImportFileQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.key)
