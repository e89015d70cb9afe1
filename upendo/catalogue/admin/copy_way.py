"""Fills the way of a batch with the steps of another, on a page of its own."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import action

from upendo.catalogue.models import Batch, BatchStep
from upendo.catalogue.models.told import readers_see
from upendo.desk.addresses import form_of
from upendo.editing.copies import copy_part
from upendo.editing.drafts import edit
from upendo.editing.states.rows import as_rows

MOST = 200  # batches to choose from, the newest


class CopyWayMixin(ModelAdmin):
    """Copies steps without their days and proofs, which are of the other batch."""

    actions_detail = ["copy_way"]  # type: ignore[assignment]  # typed by an empty default

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.copy_way_view)
        return [
            path("<int:pk>/copy-way/", view, name="catalogue_batch_copy_way"),
            *super().get_urls(),
        ]

    @action(description=_("Copy the way from another batch"), icon="route", permissions=["change"])
    def copy_way(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:catalogue_batch_copy_way", args=[object_id]))

    def copy_way_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Let somebody choose a batch, and take over its steps."""
        batch = self.get_object(request, str(pk))
        if batch is None:
            raise Http404
        if not self._may_copy(request, batch):
            raise PermissionDenied
        if request.method == "POST":
            source = get_object_or_404(self._sources(request, batch), pk=request.POST.get("source"))
            return self._copy(request, batch, source)
        context = self.admin_site.each_context(request) | {
            "title": gettext("Copy the way to lot %(batch)s") % {"batch": batch},
            "opts": self.opts,
            "original": batch,
            "sources": self._sources(request, batch)[:MOST],
        }
        return TemplateResponse(request, "catalogue/copy_way.html", context)

    def _may_copy(self, request: HttpRequest, batch: Batch) -> bool:
        return self.has_change_permission(request, batch) and request.user.has_perm(
            "catalogue.add_batchstep"
        )

    def _sources(self, request: HttpRequest, batch: Batch) -> QuerySet[Batch]:
        steps = BatchStep.objects.filter(batch=OuterRef("pk"))
        others = self.get_queryset(request).exclude(pk=batch.pk)
        return others.filter(Exists(steps)).select_related("honey")

    def _copy(self, request: HttpRequest, batch: Batch, source: Batch) -> HttpResponse:
        author = cast("User", request.user)
        copied = copy_steps(source=source, to=batch, author=author, waits=readers_see(batch))
        if copied:
            words = ngettext(
                "%(copied)s step is copied from lot %(source)s. Give each its day.",
                "%(copied)s steps are copied from lot %(source)s. Give each its day.",
                copied,
            ) % {"copied": copied, "source": source}
            self.message_user(request, words, messages.SUCCESS)
        else:
            words = gettext("Lot %(batch)s has steps of its own. Remove them first, then copy.") % {
                "batch": batch
            }
            self.message_user(request, words, messages.WARNING)
        return HttpResponseRedirect(form_of(batch))


def copy_steps(*, source: Batch, to: Batch, author: User, waits: bool) -> int:
    """Copy the steps of one batch to another that has none; return how many.

    Days and proofs stay behind, since they are of the other batch: readers do not see a step
    before it has a day. If it waits, the copy is the draft of the batch.
    """
    copied = 0

    def write() -> None:
        nonlocal copied
        if to.steps.exists():
            return
        for step in as_rows(source.steps.all()).values():
            copy_part(BatchStep, step, to)
            copied += 1

    edit(to, write, author, waits=waits)
    return copied
