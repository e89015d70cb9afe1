"""The page that tells who changed what, and brings former versions back."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from unfold.admin import ModelAdmin

from upendo.editing.models import Draftable, Versioned
from upendo.editing.revisions import restore, revisions_of


class HistoryMixin(ModelAdmin):
    """The history of a record and its parts, also of a deleted one."""

    def readers_see(self, record: Any) -> bool:
        """Whether readers see a record; without drafts they see every one at once."""
        return True

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """List the revisions, the newest first; bring one back when it is posted."""
        pk = int(unquote(object_id)) if unquote(object_id).isdecimal() else 0
        record = self.get_object(request, str(pk))
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        if request.method == "POST":
            if not self._may_restore(request, record):
                raise PermissionDenied
            return self._restore(request, pk)
        revisions = revisions_of(self.model, pk)
        if not revisions and record is None:
            raise Http404
        context = self.admin_site.each_context(request) | {
            "title": f"History of {record or 'a deleted record'}",
            "opts": self.opts,
            "original": record,
            "revisions": revisions,
            "may_restore": self._may_restore(request, record),
            "readers_see": record is not None and self.readers_see(record),
        }
        return TemplateResponse(request, "editing/history.html", context | (extra_context or {}))

    def response_delete(self, request: HttpRequest, obj_display: str, obj_id: int) -> HttpResponse:
        """Offer the way back with the news that a record is gone."""
        response: HttpResponse = super().response_delete(request, obj_display, obj_id)
        words = 'It can be brought back: <a href="{}" class="underline">open its history</a>.'
        messages.info(request, format_html(words, self._history_url(obj_id)))
        return response

    def _restore(self, request: HttpRequest, pk: int) -> HttpResponse:
        try:
            restore(self.model, pk, datetime.fromisoformat(request.POST.get("revision", "")))
        except (LookupError, ValueError) as error:
            raise Http404 from error
        except ValidationError as invalid:
            words = f"This version cannot come back: {' '.join(invalid.messages)}"
            self.message_user(request, words, messages.ERROR)
            return HttpResponseRedirect(request.path)
        except IntegrityError:
            words = (
                "This version cannot come back: another record now has its name, or something it "
                "needs has been deleted."
            )
            self.message_user(request, words, messages.ERROR)
            return HttpResponseRedirect(request.path)
        words = 'That version is back. <a href="{}" class="underline">Undo this</a> in the history.'
        self.message_user(request, format_html(words, self._history_url(pk)), messages.SUCCESS)
        return HttpResponseRedirect(self._form_url(pk))

    def _may_restore(self, request: HttpRequest, record: Versioned | None) -> bool:
        publishes = isinstance(record, Draftable) and self.readers_see(record)
        return bool(self.has_change_permission(request)) and (
            not publishes or request.user.has_perm("catalogue.publish_draft")
        )

    def _history_url(self, pk: int) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", args=[pk])

    def _form_url(self, pk: int) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[pk])
