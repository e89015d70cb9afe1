"""Sends a beekeeper's reply to the reader."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from upendo.inbox.mail import courier
from upendo.inbox.models import Announcement, Letter, Message

NO_REPLY = _("There is no reply to send. Write the beekeeper's words first.")
NO_TRANSLATION = _(
    "The reader needs a translation. Write it beside the beekeeper's words, then send."
)


class ReplyError(ValueError):
    """The reply cannot be sent yet; the message says what to do."""


def send_reply(letter: Letter) -> None:
    """Show the finished reply on the reader's page; email readers who gave an address.

    Raises ReplyError when there is no reply or its translation is missing.
    """
    with transaction.atomic():
        locked = Letter.objects.select_for_update().get(pk=letter.pk)
        replies = list(locked.messages.unsent_replies())
        if not replies:
            raise ReplyError(NO_REPLY)
        if any(not reply.translation.strip() for reply in replies):
            raise ReplyError(NO_TRANSLATION)
        now = timezone.now()
        for reply in replies:
            Message.objects.filter(pk=reply.pk).update(sent_at=now)
        locked.status, locked.active_at = Letter.Status.ANSWERED, now
        locked.save(update_fields=["status", "active_at"])
        if locked.email:
            Announcement.objects.create(message=replies[-1], audience=Announcement.Audience.READER)
            transaction.on_commit(courier.wake)
