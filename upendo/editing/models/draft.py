"""Edits that wait, and what people tell each other about them."""

from typing import Any, Self

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.desk.permissions import permission
from upendo.editing.models.versions import Draftable
from upendo.web.outbox import OwedEmail


class DraftQuerySet(models.QuerySet["Draft"]):
    def of(self, *records: Draftable) -> Self:
        """The drafts of some records, at most one each."""
        one_of_them = Q(pk__in=[])
        for record in records:
            kind = ContentType.objects.get_for_model(record)
            one_of_them |= Q(content_type=kind, object_id=record.pk)
        return self.filter(one_of_them)

    def of_kind(self, model: type[Draftable]) -> Self:
        """The drafts of all records of one kind."""
        return self.filter(content_type=ContentType.objects.get_for_model(model))

    def readable_by(self, user: User | AnonymousUser) -> Self:
        """The drafts that somebody may look at: those of records that they may look at."""
        if not user.has_perm("catalogue.view_draft"):
            return self.none()
        kinds = [model for model in _draftable() if user.has_perm(permission("view", model))]
        return self.filter(content_type__in=ContentType.objects.get_for_models(*kinds).values())

    def locked(self) -> list["Draft"]:
        """These, locked until the transaction ends; each after its record, as on its form."""
        keys = []
        for draft in self.order_by("pk"):
            model: Any = draft.content_type.model_class()
            rows = model._base_manager.select_for_update(of=("self",)).order_by()
            rows.filter(pk=draft.object_id).first()
            keys.append(draft.pk)
        waiting = Draft.objects.get_queryset().filter(pk__in=keys).order_by("pk")
        return list(waiting.select_for_update(of=("self",)))


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
    changed = models.JSONField(_("changed fields, by row"), default=dict, encoder=DjangoJSONEncoder)
    added = models.JSONField(_("new rows"), default=dict, encoder=DjangoJSONEncoder)
    removed = models.JSONField(_("rows to delete"), default=list)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("last edited by"),
    )
    updated_at = models.DateTimeField(_("last edited"), auto_now=True)
    note = models.CharField(max_length=100, blank=True)
    plan = models.ForeignKey(
        "catalogue.PlannedPublication",
        null=True,
        on_delete=models.SET_NULL,
        related_name="drafts",
        verbose_name=_("to be published"),
    )

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
        return gettext("Draft of %(record)s") % {"record": self.record}


class DraftNote(OwedEmail):
    """What somebody tells a colleague about a draft, which is an email too. It goes with it."""

    draft = models.ForeignKey(
        Draft,
        on_delete=models.CASCADE,
        related_name="notes",
        db_constraint=False,  # a migration made one that deletes
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(max_length=1000)

    class Meta:
        app_label = "catalogue"
        ordering = ["created_at", "pk"]
