"""The messages of a letter: the original and, beside it, the translation."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.forms import PaginationInlineFormSet
from unfold.widgets import UnfoldAdminSelectWidget

from upendo.catalogue.admin.library.mixin import LibraryFields
from upendo.desk.admin import RelatedFieldsMixin
from upendo.inbox.correspondence.reply import NO_REPLY, NO_TRANSLATION
from upendo.inbox.models import Letter, Message, Phrase

NEVER_CHANGED = ("text", "language", "photo")
# The button that sends the reply, as the theme names it.
SEND = "inbox_letter_send_reply"


class MessageForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    phrase = forms.ModelChoiceField(
        Phrase.objects.all(),
        label=_("Phrase"),
        required=False,
        widget=UnfoldAdminSelectWidget,
        help_text=_("Its words are put at the end of the translation when you save."),
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
        if by_reader:
            self.fields["photo"].widget = forms.HiddenInput()

    @property
    def waits_to_be_sent(self) -> bool:
        """Whether this is a reply that the reader has not got yet, and not an empty form."""
        message: Message = self.instance
        by_beekeeper = message.author == Message.Author.BEEKEEPER and not message.sent_at
        return by_beekeeper and bool(message.pk or self.has_changed())

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if phrase := data.get("phrase"):
            data["translation"] = f"{data.get('translation', '')}\n\n{phrase.text}".strip()
        return data


class MessageFormSet(PaginationInlineFormSet):
    """The messages of a letter; says at the letter what keeps a reply from being sent."""

    sends = False

    def is_multipart(self) -> bool:
        """A reply may have a photo; Django asks the first message alone, which is the reader's."""
        return True

    def clean(self) -> None:
        """Raises ValidationError when a reply is to be sent and there is none."""
        super().clean()
        if not self.sends or any(self.errors):
            return
        forms_of_messages = cast("list[MessageForm]", self.forms)
        replies = [form for form in forms_of_messages if form.waits_to_be_sent]
        if not replies:
            raise ValidationError(NO_REPLY)
        for reply in replies:
            if not reply.cleaned_data.get("translation", "").strip():
                reply.add_error("translation", NO_TRANSLATION)


# The theme and Django differ in what belongs to the class.
class MessageInline(RelatedFieldsMixin, LibraryFields, StackedInline):  # type: ignore[misc]
    model = Message
    form = MessageForm
    formset = MessageFormSet
    can_delete = False
    autocomplete_fields = ["photo"]
    readonly_fields = ["written_by"]
    fields = [
        "written_by",
        ("text", "translation"),
        ("language", "translator"),
        ("photo", "phrase"),
    ]
    verbose_name = _("message")
    verbose_name_plural = _("What was written")

    def get_formset(self, request: HttpRequest, obj: Letter | None = None, **kwargs: Any) -> Any:
        """Return the formset of this request's own."""
        formset = cast("type[MessageFormSet]", super().get_formset(request, obj, **kwargs))
        formset.sends = SEND in request.POST
        return formset

    def get_extra(self, request: HttpRequest, obj: Letter | None = None, **kwargs: Any) -> int:
        """Offer room for the beekeeper's reply, unless one is begun."""
        return 0 if obj is None or obj.messages.unsent_replies().exists() else 1

    @admin.display(description=_("written by"))
    def written_by(self, message: Message) -> str:
        if not message.pk:
            return gettext("The beekeeper: the reply")
        if message.author == Message.Author.READER:
            return gettext("The reader, %(created_at)s") % {
                "created_at": f"{message.created_at:%d %B %Y}"
            }
        sent = (
            gettext("sent on %(sent_at)s") % {"sent_at": f"{message.sent_at:%d %B %Y}"}
            if message.sent_at
            else gettext("not sent yet")
        )
        return gettext("The beekeeper, %(sent)s") % {"sent": sent}

    def has_add_permission(self, request: HttpRequest, obj: Letter | None = None) -> bool:
        return obj is not None and super().has_add_permission(request, obj)
