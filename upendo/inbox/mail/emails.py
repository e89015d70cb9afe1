"""The emails of the inbox. Those to the team hold nothing that a reader wrote."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from upendo.desk.words import Words
from upendo.inbox.models import Announcement, Letter
from upendo.web.addresses import absolute
from upendo.web.outbox import headers, one_line

SUBJECTS: dict[Announcement.Audience, Words] = {
    Announcement.Audience.STAFF: _("A letter to %(beekeeper)s came in"),
    Announcement.Audience.REMINDER: _("A letter to %(beekeeper)s waits for more than two weeks"),
    Announcement.Audience.READER: "An answer from %(beekeeper)s",
}


def compose(announcement: Announcement) -> EmailMessage | None:
    """Return the email, or None when there is nobody (any more) to send it to.

    One to a reader is in the language of readers' pages.
    """
    audience = Announcement.Audience(announcement.audience)
    if audience != Announcement.Audience.READER:
        return _compose(announcement, audience)
    with translation.override(settings.LANGUAGE_CODE):
        return _compose(announcement, audience)


def _compose(announcement: Announcement, audience: Announcement.Audience) -> EmailMessage | None:
    letter = announcement.message.letter
    to_reader = audience == Announcement.Audience.READER
    recipients = [letter.email] if to_reader else settings.LETTERS_TO
    if not all(recipients):
        return None
    # The team may know the beekeeper's name; a reader gets the name that the story shows.
    beekeeper = letter.shown_beekeeper.name if to_reader else letter.beekeeper.name
    context = {
        "letter": letter,
        "beekeeper": beekeeper,
        "message": announcement.message,
        "desk": absolute(reverse("admin:inbox_letter_change", args=[letter.pk])),
        "page": absolute(letter.get_absolute_url()),
        "spam": Letter.objects.filter(status=Letter.Status.SPAM).count(),
    }
    return EmailMessage(
        subject=one_line(SUBJECTS[audience] % {"beekeeper": beekeeper}),
        body=render_to_string(f"inbox/emails/{audience.value}.txt", context),
        to=recipients,
        headers=headers(announcement),
    )
