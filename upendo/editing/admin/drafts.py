"""Forms whose edits wait in a draft as long as readers see the record."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from unfold.admin import ModelAdmin

from upendo.editing import drafts
from upendo.editing.admin.forms import RefusableForm
from upendo.editing.admin.visit import Visit
from upendo.editing.gaps import Gap, blocking, gaps_of
from upendo.editing.models import Draft, Draftable
from upendo.editing.states.differences import UNKNOWN, named
from upendo.editing.states.revisions import snapshot
from upendo.editing.states.rows import changes, rows_of

NOTE_LENGTH = Draft._meta.get_field("note").max_length

type Show = Callable[[], HttpResponse]


class DraftsMixin(ModelAdmin):
    """Saves edits of what readers see as a draft; publishes them when somebody says so.

    Everything happens in one transaction: the draft's rows are written, the form is shown or
    saved on top of them, and unless it is published all is undone.
    """

    form = RefusableForm
    change_form_template = "editing/change_form.html"

    def readers_see(self, record: Any) -> bool:
        """Whether readers see a record, so that edits of it wait."""
        raise NotImplementedError

    def gaps_of(self, record: Any) -> list[Gap]:
        """Return what the form says is missing."""
        return gaps_of(record)

    def preview_address(self, record: Any) -> str:
        """Return where a record's draft is seen on the real pages; empty when it is nowhere."""
        raise NotImplementedError

    def readers_address(self, record: Any) -> str:
        """Return where readers meet a record that they see."""
        raise NotImplementedError

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show or save the form with the record's draft in it."""
        record = object_id and self.get_object(request, unquote(object_id))
        changeform_view = super().changeform_view
        if not record:
            with transaction.atomic():
                response = _rendered(changeform_view(request, object_id, form_url, extra_context))
                added = getattr(request, "added", None)
                if added and self.readers_see(added):
                    self._hold(request, added)
            return response
        visit = Visit.begin(request, record, self.readers_see(record), self.gaps_of)
        request.visit = visit  # type: ignore[attr-defined]  # it belongs to the request
        context = (extra_context or {}) | {"visit": visit}

        def show() -> HttpResponse:
            return changeform_view(request, object_id, form_url, context)

        if request.method == "POST":
            return self._submit(request, visit, show)
        with drafts.undone():
            self._apply_draft(visit)
            return _rendered(show())

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[RefusableForm]:
        """Return a form class of this request's own."""
        form = cast("type[RefusableForm]", super().get_form(request, obj, change, **kwargs))
        visit: Visit | None = getattr(request, "visit", None)
        form.refusals = [str(why) for why in visit.refusals] if visit else []
        return form

    def response_add(self, request: HttpRequest, obj: Draftable, *args: Any) -> HttpResponse:
        """Remember what was added. Django calls this only when it has been saved."""
        request.added = obj  # type: ignore[attr-defined]  # it belongs to the request
        self._say_what_is_missing(request, obj)
        return super().response_add(request, obj, *args)

    def response_change(self, request: HttpRequest, obj: Draftable) -> HttpResponse:
        """Say what became of the edits. Django calls this only when they have been saved."""
        visit: Visit = request.visit  # type: ignore[attr-defined]  # changeform_view has set it
        visit.saved = True
        visit.comes_to_readers |= self.readers_see(obj)
        if visit.waits and IS_POPUP_VAR not in request.POST:
            return HttpResponseRedirect(request.path)
        self._say_what_is_missing(request, obj)
        return super().response_change(request, obj)

    def _say_what_is_missing(self, request: HttpRequest, record: Draftable) -> None:
        """Warn whoever leaves a form that saved is not ready yet."""
        gaps = blocking(self.gaps_of(record))
        if gaps and IS_POPUP_VAR not in request.POST:
            link = '<br><a href="{}" class="underline">{}</a>'
            lines = format_html_join("", link, ((gap.url, gap.words) for gap in gaps))
            words = format_html(gettext("Saved, but a code with it cannot go live yet:{}"), lines)
            self.message_user(request, words, messages.WARNING)

    def _submit(self, request: HttpRequest, visit: Visit, show: Show) -> HttpResponse:
        if visit.wants_to_publish and not visit.may_publish:
            raise PermissionDenied
        try:
            with transaction.atomic():
                response = self._attempt(request, visit, show)
        except drafts.NotPublishableError as error:
            visit.refusal, visit.saved = str(error), False
            with transaction.atomic():
                response = self._attempt(request, visit, show)
        if visit.saved and visit.lost:
            words = gettext("Left out, since it is %(unknown)s: %(named)s.") % {
                "unknown": UNKNOWN,
                "named": named(visit.lost),
            }
            self.message_user(request, words, messages.WARNING)
        return response

    def _attempt(self, request: HttpRequest, visit: Visit, show: Show) -> HttpResponse:
        record = visit.record
        type(record)._default_manager.select_for_update().get(pk=record.pk)
        snapshot(record)
        gaps = blocking(gaps_of(record))
        with transaction.atomic():
            self._apply_draft(visit)
            visit.compare(request.POST.get("opened", ""))
            response = _rendered(show())
            if visit.saved and visit.wants_to_publish:
                if not visit.may_publish:
                    raise PermissionDenied
                self._publish(request, visit, gaps)
                return response
            found = changes(visit.live, rows_of(record))
            transaction.set_rollback(True)
        return self._keep(request, visit, found, response) if visit.saved else response

    def _publish(self, request: HttpRequest, visit: Visit, gaps: list[Gap]) -> None:
        drafts.end(visit.record)
        if not visit.waits:
            return
        drafts.refuse_new_gaps(visit.record, gaps if visit.readers_see else [])
        words = format_html(gettext("“{}” is published."), visit.record)
        if self.readers_see(visit.record):
            link = gettext('{} <a href="{}" target="_blank" class="underline">See it</a>')
            words = format_html(link, words, self.readers_address(visit.record))
        self.message_user(request, words, messages.SUCCESS)

    def _apply_draft(self, visit: Visit) -> None:
        visit.apply_draft()
        visit.comes_to_readers |= visit.draft is not None and self.readers_see(visit.record)

    def _hold(self, request: HttpRequest, record: Draftable) -> None:
        """Let a new record that readers would see at once wait: without the link, which is a draft.

        Raises PermissionDenied for one that has no such link.
        """
        if not record.REACHED_BY:
            raise PermissionDenied
        whole = rows_of(record)
        setattr(record, record.REACHED_BY, None)
        record.save()
        found = changes(rows_of(record), whole)
        drafts.save(record, found, cast("User", request.user))
        words = gettext(
            "Readers would see it at once, so it waits as a draft until it is published."
        )
        self.message_user(request, words, messages.INFO)

    def _keep(
        self, request: HttpRequest, visit: Visit, found: Any, response: HttpResponse
    ) -> HttpResponse:
        note = request.POST.get("note", "")[:NOTE_LENGTH]
        draft = drafts.save(visit.record, found, cast("User", request.user), note)
        if draft:
            self.log_change(request, visit.record, gettext("Saved as a draft."))
        if "_preview" in request.POST and (preview := self.preview_address(visit.record)):
            return HttpResponseRedirect(preview)
        words = (
            gettext("Your draft is saved. Readers see it once it is published.")
            if draft
            else gettext("Nothing differs from what readers see, so there is no draft.")
        )
        self.message_user(request, words, messages.SUCCESS)
        return response


def _rendered(response: HttpResponse) -> HttpResponse:
    """Draw a page now, before its transaction is undone."""
    return response.render() if isinstance(response, TemplateResponse) else response
