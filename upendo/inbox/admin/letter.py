from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import action, display

from upendo.catalogue.admin.library.mixin import LibraryFields
from upendo.inbox.admin.exchange import ExchangeInline
from upendo.inbox.admin.message import MessageInline
from upendo.inbox.admin.photo import PhotoInline
from upendo.inbox.correspondence.copy import copy_of
from upendo.inbox.correspondence.reply import ReplyError, send_reply
from upendo.inbox.mail import retention
from upendo.inbox.models import Letter, Photo

Letters = QuerySet[Letter]
COLOURS: dict[str, str] = {
    Letter.Status.NEW: "info",
    Letter.Status.TRANSLATING: "warning",
    Letter.Status.WITH_BEEKEEPER: "warning",
    Letter.Status.ANSWERED: "success",
    Letter.Status.SPAM: "danger",
}


@admin.register(Letter)
class LetterAdmin(LibraryFields, ModelAdmin):
    change_form_template = "inbox/desk_letter.html"
    view_on_site = False  # see DeskSite.get_urls
    list_display = ["created_at", "reader_name", "beekeeper", "state", "waiting", "assignee"]
    list_display_links = ["created_at", "reader_name"]
    list_filter = ["status", "beekeeper", "assignee"]
    list_select_related = ["beekeeper", "assignee"]
    list_filter_submit = False
    search_fields = ["reader_name", "email", "messages__text", "messages__translation"]
    date_hierarchy = "created_at"
    actions = ["take", "translate", "hand_over", "close", "is_spam", "is_no_spam", "export"]
    actions_submit_line = ["send_reply"]  # type: ignore[assignment]  # typed by an empty default
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("reader_name", "email"),
                    ("beekeeper", "jar"),
                    ("status", "assignee"),
                    "spam_reasons",
                    "notes",
                ]
            },
        ),
        (_("Consent"), {"fields": ["created_at", "consent_version", "consent_text"]}),
    ]
    readonly_fields = [
        "reader_name",
        "email",
        "beekeeper",
        "jar",
        "spam_reasons",
        "created_at",
        "consent_version",
        "consent_text",
    ]

    def get_inlines(self, request: HttpRequest, obj: Letter | None) -> Any:
        with_photo = Photo.objects.filter(letter=obj).exists()
        return [*([PhotoInline] if with_photo else []), MessageInline, ExchangeInline]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.photo_view)
        return [path("<int:pk>/photo/", view, name="inbox_letter_photo"), *super().get_urls()]

    def photo_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Send the photo of a letter to the team alone."""
        if not request.user.has_perm("inbox.view_photo"):
            raise PermissionDenied
        photo = get_object_or_404(Photo, letter=pk)
        return HttpResponse(photo.content, content_type="image/webp")

    @display(description=_("status"), ordering="status", label=COLOURS)
    def state(self, letter: Letter) -> tuple[str, str]:
        return letter.status, letter.get_status_display()

    @admin.display(description=_("days since last activity"), ordering="active_at")
    def waiting(self, letter: Letter) -> int:
        return letter.days_waiting

    @admin.action(description=_("I look after these"), permissions=["change"])
    def take(self, request: HttpRequest, letters: Letters) -> None:
        self._set(request, letters, gettext("Taken over"), assignee=request.user)

    @admin.action(description=_("Mark: being translated"), permissions=["change"])
    def translate(self, request: HttpRequest, letters: Letters) -> None:
        self._set(request, letters, gettext("Being translated"), status=Letter.Status.TRANSLATING)

    @admin.action(description=_("Mark: with the beekeeper"), permissions=["change"])
    def hand_over(self, request: HttpRequest, letters: Letters) -> None:
        self._set(
            request, letters, gettext("With the beekeeper"), status=Letter.Status.WITH_BEEKEEPER
        )

    @admin.action(description=_("Close"), permissions=["change"])
    def close(self, request: HttpRequest, letters: Letters) -> None:
        self._set(request, letters, gettext("Closed"), status=Letter.Status.CLOSED)

    @admin.action(description=_("This is spam"), permissions=["change"])
    def is_spam(self, request: HttpRequest, letters: Letters) -> None:
        self._set(request, letters, gettext("Marked as spam"), status=Letter.Status.SPAM)

    @admin.action(description=_("This is no spam"), permissions=["change"])
    def is_no_spam(self, request: HttpRequest, letters: Letters) -> None:
        spam = letters.filter(status=Letter.Status.SPAM)
        self._set(request, spam, gettext("Marked as genuine"), status=Letter.Status.NEW)

    @admin.action(description=_("Export all that is kept of these readers"), permissions=["view"])
    def export(self, request: HttpRequest, letters: Letters) -> JsonResponse:
        """Send a file with the chosen letters, for a reader who asks what is kept."""
        copies = [
            copy_of(letter) for letter in letters.select_related("jar__batch__forest", "beekeeper")
        ]
        headers = {"Content-Disposition": 'attachment; filename="letters.json"'}
        options = {"ensure_ascii": False, "indent": 2}
        return JsonResponse({"letters": copies}, headers=headers, json_dumps_params=options)

    @action(description=_("Save and send the reply"), permissions=["change"])
    def send_reply(self, request: HttpRequest, letter: Letter) -> None:
        # The form saves the messages after the letter, so wait until the reply is saved.
        transaction.on_commit(partial(self._send_reply, request, letter))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Need no permission for the emails of a letter: they are only ever deleted with it."""
        tree, counts, _, protected = super().get_deleted_objects(objs, request)
        return tree, counts, set(), protected

    def delete_model(self, request: HttpRequest, obj: Letter) -> None:
        retention.erase(Letter.objects.filter(pk=obj.pk))

    def delete_queryset(self, request: HttpRequest, queryset: Letters) -> None:
        retention.erase(queryset)

    def _set(self, request: HttpRequest, letters: Letters, done: str, **values: Any) -> None:
        for letter in letters:
            for name, value in values.items():
                setattr(letter, name, value)
            letter.save(update_fields=list(values))
            self.log_change(request, letter, f"{done}.")
        self.message_user(request, f"{done}: {len(letters)}.", messages.SUCCESS)

    def _send_reply(self, request: HttpRequest, letter: Letter) -> None:
        try:
            send_reply(letter)
        except ReplyError as problem:
            self.message_user(request, str(problem), messages.ERROR)
            return
        self.log_change(request, letter, gettext("Sent the reply."))
        by = (
            gettext("by email and on their page")
            if letter.email
            else gettext("on their page (no email address)")
        )
        self.message_user(
            request, gettext("The reader has the reply %(by)s.") % {"by": by}, messages.SUCCESS
        )
