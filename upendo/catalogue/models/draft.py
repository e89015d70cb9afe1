"""Edits of what readers see, before they see them."""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from upendo.catalogue.models.content import Content
    from upendo.catalogue.models.jar import Jar


class DraftQuerySet(models.QuerySet["Draft"]):
    def of(self, record: "Content") -> Self:
        """The draft of one record, if there is one."""
        kind = ContentType.objects.get_for_model(record)
        return self.filter(content_type=kind, object_id=record.pk)

    def in_story(self, jar: "Jar") -> Self:
        """The drafts of everything that a jar's story tells."""
        one_of_them = Q(pk__in=[])
        for record in jar.records():
            kind = ContentType.objects.get_for_model(record)
            one_of_them |= Q(content_type=kind, object_id=record.pk)
        return self.filter(one_of_them)


class Draft(models.Model):
    """What the rows of a record and its parts would be: only what differs from the live ones.

    A row's key is its model and primary key, such as ``catalogue.species:7``. New rows have
    theirs already: sequences do not roll back, so the keys stay reserved.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    # Never empty: a draft is deleted with its record.
    record: "Content" = GenericForeignKey()  # type: ignore[assignment]
    changed = models.JSONField("changed fields, by row", default=dict, encoder=DjangoJSONEncoder)
    added = models.JSONField("new rows", default=dict, encoder=DjangoJSONEncoder)
    removed = models.JSONField("rows to delete", default=list)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="last edited by",
    )
    updated_at = models.DateTimeField("last edited", auto_now=True)
    note = models.CharField(max_length=100, blank=True)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]
        permissions = [("publish_draft", "Can publish: change what readers see")]
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id"], name="draft_per_record"),
        ]

    def __str__(self) -> str:
        return f"Draft of {self.record}"
