"""The page that tells who changed what, and brings former versions back."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from unfold.admin import ModelAdmin

from upendo.desk.permissions import permission
from upendo.editing.models import Draftable, Versioned
from upendo.editing.states.revisions import restore, revisions_of
from upendo.editing.states.rows import Changes, Fields, model_and_pk


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
            return self._restore(request, pk, record)
        revisions = revisions_of(self.model, pk)
        if not revisions and record is None:
            raise Http404
        context = self.admin_site.each_context(request) | {
            "title": gettext("History of %(record)s")
            % {"record": record or gettext("a deleted record")},
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
        words = gettext(
            'It can be brought back: <a href="{}" class="underline">open its history</a>.'
        )
        messages.info(request, format_html(words, self._history_url(obj_id)))
        return response

    def _restore(self, request: HttpRequest, pk: int, record: Any) -> HttpResponse:
        def permitted(way_back: Changes) -> Changes:
            return self._permitted(request, record, way_back)

        try:
            at = datetime.fromisoformat(request.POST.get("revision", ""))
            with transaction.atomic():
                restore(self.model, pk, at, permitted)
                self._refuse_to_publish(request, pk)
        except (LookupError, ValueError) as error:
            raise Http404 from error
        except ValidationError as invalid:
            words = gettext("This version cannot come back: %(names)s") % {
                "names": " ".join(invalid.messages)
            }
            self.message_user(request, words, messages.ERROR)
            return HttpResponseRedirect(request.path)
        except IntegrityError:
            words = gettext(
                "This version cannot come back: another record now has its name, or something it "
                "needs has been deleted."
            )
            self.message_user(request, words, messages.ERROR)
            return HttpResponseRedirect(request.path)
        words = gettext(
            'That version is back. <a href="{}" class="underline">Undo this</a> in the history.'
        )
        self.message_user(request, format_html(words, self._history_url(pk)), messages.SUCCESS)
        return HttpResponseRedirect(self._form_url(pk))

    def _may_restore(self, request: HttpRequest, record: Versioned | None) -> bool:
        may_write = self.has_change_permission(request) and (
            record is not None or self.has_add_permission(request)
        )
        return bool(may_write) and self._may_leave(request, record)

    def _may_leave(self, request: HttpRequest, record: Versioned | None) -> bool:
        """Whether this person may leave a record as it is now, for readers too."""
        publishes = isinstance(record, Draftable) and self.readers_see(record)
        return not publishes or request.user.has_perm("catalogue.publish_draft")

    def _refuse_to_publish(self, request: HttpRequest, pk: int) -> None:
        """Raise ValidationError when a version would come under what readers see."""
        if not self._may_leave(request, self.get_object(request, str(pk))):
            raise ValidationError(
                gettext("readers would see it at once. Ask somebody who may publish.")
            )

    def _permitted(self, request: HttpRequest, record: Any, way_back: Changes) -> Changes:
        """Return what of the way back to a version this person may write on the record's form."""
        read_only = {str(name) for name in self.get_readonly_fields(request, record)}

        def may(verb: str, key: str) -> bool:
            model, _ = model_and_pk(key)
            return model is self.model or request.user.has_perm(permission(verb, model))

        def writable(key: str, row: Fields) -> Fields:
            own = model_and_pk(key)[0] is self.model
            return {name: row[name] for name in row if not (own and name in read_only)}

        changed = {k: writable(k, row) for k, row in way_back.changed.items() if may("change", k)}
        return Changes(
            changed={key: row for key, row in changed.items() if row},
            added={key: row for key, row in way_back.added.items() if may("add", key)},
            removed=[key for key in way_back.removed if may("delete", key)],
        )

    def _history_url(self, pk: int) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_history", args=[pk])

    def _form_url(self, pk: int) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[pk])
