"""Records whose former states are kept, and whose edits may wait in drafts."""

from collections.abc import Iterator
from typing import ClassVar, Self

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords


class TransactionBegan(models.Func):
    """When the present transaction began: the same moment for everything that it writes."""

    function = "TRANSACTION_TIMESTAMP"
    arity = 0
    output_field = models.DateTimeField()


class FormerRow(models.Model):
    """What a former row says beside its fields: all rows of one transaction are one revision."""

    revision = models.DateTimeField(db_default=TransactionBegan(), editable=False)

    class Meta:
        abstract = True


class WithHistory(models.Model):
    """A row of which every former state is kept."""

    history = HistoricalRecords(inherit=True, bases=[FormerRow])

    class Meta:
        abstract = True

    def refused_texts(self) -> Iterator[str]:
        """Yield why texts of this row may not stand as they are; none unless a model says so."""
        yield from ()


class Versioned(WithHistory):
    """A record with a form of its own at the desk, whose former versions can be brought back."""

    # Fields that a former version or a draft never brings back.
    KEPT_FIELDS: ClassVar[frozenset[str]] = frozenset()

    updated_at = models.DateTimeField("last changed", auto_now=True)

    class Meta:
        abstract = True


class Part(WithHistory):
    """A row that belongs to a record and is edited on its form."""

    # The name of the foreign key to the record.
    PART_OF: ClassVar[str]
    # The name of the field with a row's place among the others, where they have an order.
    PLACE: ClassVar[str] = "position"

    class Meta:
        abstract = True


class Draftable(Versioned):
    """A record that readers may see: what is changed in it can wait as a draft."""

    # The link by which readers come upon a new record at once: it waits as a draft of the record.
    REACHED_BY: ClassVar[str] = ""

    drafts = GenericRelation("catalogue.Draft")

    class Meta:
        abstract = True


class DraftQuerySet(models.QuerySet["Draft"]):
    def of(self, *records: Draftable) -> Self:
        """The drafts of some records, at most one each."""
        one_of_them = Q(pk__in=[])
        for record in records:
            kind = ContentType.objects.get_for_model(record)
            one_of_them |= Q(content_type=kind, object_id=record.pk)
        return self.filter(one_of_them)

    def readable_by(self, user: User | AnonymousUser) -> Self:
        """The drafts that somebody may look at: those of records that they may look at."""
        if not user.has_perm("catalogue.view_draft"):
            return self.none()
        kinds = [
            model
            for model in _draftable()
            if user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")
        ]
        return self.filter(content_type__in=ContentType.objects.get_for_models(*kinds).values())


def _draftable() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if issubclass(model, Draftable)]


class DraftManager(models.Manager["Draft"]):
    """The drafts of records whose kind the code still knows; it cannot show others."""

    def get_queryset(self) -> DraftQuerySet:
        known = ContentType.objects.get_for_models(*_draftable()).values()
        return DraftQuerySet(self.model, using=self._db).filter(content_type__in=known)

    def of(self, *records: Draftable) -> DraftQuerySet:
        """The drafts of some records, at most one each."""
        return self.get_queryset().of(*records)

    def readable_by(self, user: User | AnonymousUser) -> DraftQuerySet:
        """The drafts that somebody may look at: those of records that they may look at."""
        return self.get_queryset().readable_by(user)


class Draft(models.Model):
    """What the rows of a record and its parts would be: only what differs from the live ones.

    A row's key is its model and primary key, such as ``catalogue.species:7``. New rows have
    theirs already: sequences do not roll back, so the keys stay reserved.
    """

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    # Never empty: a draft is deleted with its record.
    record: Draftable = GenericForeignKey()  # type: ignore[assignment]  # what it leads to
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

    objects = DraftManager()

    class Meta:
        # Its table, permissions and addresses are older than this app.
        app_label = "catalogue"
        ordering = ["-updated_at"]
        permissions = [("publish_draft", "Can publish: change what readers see")]
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id"], name="draft_per_record"),
        ]

    def __str__(self) -> str:
        return f"Draft of {self.record}"
