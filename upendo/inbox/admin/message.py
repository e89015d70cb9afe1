"""The messages of a letter: the original and, beside it, the translation."""

from typing import Any

from django import forms
from django.http import HttpRequest
from unfold.admin import StackedInline
from unfold.widgets import UnfoldAdminSelectWidget

from upendo.inbox.models import Letter, Message, Phrase

NEVER_CHANGED = ("text", "language", "photo")


class MessageForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    phrase = forms.ModelChoiceField(
        Phrase.objects.all(),
        required=False,
        widget=UnfoldAdminSelectWidget,
        help_text="Its words are put at the end of the translation when you save.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        message: Message = self.instance
        if not message.pk:
            return
        by_reader = message.author == Message.Author.READER
        # What was written or sent stays as it is; a reader's words can always be translated.
        fixed = NEVER_CHANGED if by_reader else tuple(self.fields) if message.sent_at else ()
        for name in fixed:
            self.fields[name].disabled = True

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if phrase := data.get("phrase"):
            data["translation"] = f"{data.get('translation', '')}\n\n{phrase.text}".strip()
        return data


class MessageInline(StackedInline):
    model = Message
    form = MessageForm
    extra = 0
    can_delete = False
    autocomplete_fields = ["photo"]
    readonly_fields = ["written_by"]
    fields = [
        "written_by",
        ("text", "translation"),
        ("language", "translator"),
        ("photo", "phrase"),
    ]
    verbose_name = "message"
    verbose_name_plural = "Messages (add the beekeeper's reply as a new one)"

    def written_by(self, message: Message) -> str:
        if not message.pk:
            return "The beekeeper"
        if message.author == Message.Author.READER:
            return f"The reader, {message.created_at:%d %B %Y}"
        sent = f"sent on {message.sent_at:%d %B %Y}" if message.sent_at else "not sent yet"
        return f"The beekeeper, {sent}"

    def has_add_permission(self, request: HttpRequest, obj: Letter | None = None) -> bool:
        return obj is not None and super().has_add_permission(request, obj)
