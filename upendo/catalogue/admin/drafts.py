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
from unfold.admin import ModelAdmin

from upendo.catalogue import drafts, health
from upendo.catalogue.admin.forms import ContentForm
from upendo.catalogue.admin.visit import Visit
from upendo.catalogue.models import Content, Draft
from upendo.catalogue.previews import page_of, preview_of_record
from upendo.catalogue.revisions import remember
from upendo.catalogue.rows import changes, rows_of

NOTE_LENGTH = Draft._meta.get_field("note").max_length

type Show = Callable[[], HttpResponse]


class DraftsMixin(ModelAdmin):  # type: ignore[misc]  # the theme ships no types
    """Saves edits of what readers see as a draft; publishes them when somebody says so.

    Everything happens in one transaction: the draft's rows are written, the form is shown or
    saved on top of them, and unless it is published all is undone.
    """

    form = ContentForm
    change_form_template = "desk/change_form.html"

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show or save the form with the record's draft in it."""
        record = object_id and self.get_object(request, unquote(object_id))
        if not record:
            added: HttpResponse = super().changeform_view(
                request, object_id, form_url, extra_context
            )
            return added
        visit = Visit.begin(request, record)
        request.visit = visit  # type: ignore[attr-defined]  # it belongs to the request
        context = (extra_context or {}) | {"visit": visit}
        changeform_view = super().changeform_view

        def show() -> HttpResponse:
            shown: HttpResponse = changeform_view(request, object_id, form_url, context)
            return shown

        if request.method == "POST":
            return self._submit(request, visit, show)
        with drafts.undone():
            visit.apply_draft()
            return _rendered(show())

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[ContentForm]:
        """Return a form class of this request's own."""
        form: type[ContentForm] = super().get_form(request, obj, change, **kwargs)
        visit: Visit | None = getattr(request, "visit", None)
        form.refusals = visit.refusals if visit else []
        return form

    def response_change(self, request: HttpRequest, obj: Content) -> HttpResponse:
        """Say what became of the edits. Django calls this only when they have been saved."""
        visit: Visit | None = getattr(request, "visit", None)
        if visit is None or not visit.told or IS_POPUP_VAR in request.POST:
            if visit:
                visit.saved = True
            answer: HttpResponse = super().response_change(request, obj)
            return answer
        visit.saved = True
        if visit.wants_to_publish:
            self.message_user(request, f"“{obj}” is published: readers see it now.")
        return HttpResponseRedirect(request.path)

    def _submit(self, request: HttpRequest, visit: Visit, show: Show) -> HttpResponse:
        if visit.wants_to_publish and not visit.may_publish:
            raise PermissionDenied
        try:
            with transaction.atomic():
                return self._attempt(request, visit, show)
        except drafts.NotPublishableError as error:
            visit.refusal, visit.saved = str(error), False
            with transaction.atomic():
                return self._attempt(request, visit, show)

    def _attempt(self, request: HttpRequest, visit: Visit, show: Show) -> HttpResponse:
        record = visit.record
        type(record)._default_manager.select_for_update().get(pk=record.pk)
        remember(record)
        gaps = health.blocking(health.gaps_of(record))
        with transaction.atomic():
            visit.apply_draft()
            visit.compare(request.POST.get("opened", ""))
            response = _rendered(show())
            if visit.saved and visit.wants_to_publish:
                drafts.refuse_new_gaps(record, gaps)
                drafts.discard(record)
                return response
            found = changes(visit.live, rows_of(record))
            transaction.set_rollback(True)
        return self._keep(request, visit, found, response) if visit.saved else response

    def _keep(
        self, request: HttpRequest, visit: Visit, found: Any, response: HttpResponse
    ) -> HttpResponse:
        note = request.POST.get("note", "")[:NOTE_LENGTH]
        draft = drafts.keep(visit.record, found, cast("User", request.user), note)
        if draft is None:
            self.message_user(request, "Nothing differs from what readers see.", messages.INFO)
            return response
        self.log_change(request, visit.record, "Saved as a draft.")
        preview = preview_of_record(visit.record)
        if "_preview" in request.POST and preview:
            return HttpResponseRedirect(preview.address(page_of(visit.record)))
        self.message_user(
            request, "Your draft is saved. Readers see it once it is published.", messages.SUCCESS
        )
        return response


def _rendered(response: HttpResponse) -> HttpResponse:
    """Draw a page now, before its transaction is undone."""
    return response.render() if isinstance(response, TemplateResponse) else response
