"""What the desk shows of letters: menu items, and what waits for somebody."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from upendo.desk.addresses import list_of
from upendo.desk.menu import menu_item
from upendo.desk.start_page import Card, CardLine, card
from upendo.desk.words import Words
from upendo.inbox.models import Announcement, Letter, Phrase

menu_item("Letters", Letter, icon="mail")
menu_item("Letters", Phrase, icon="format_quote")
menu_item("Letters", Announcement, icon="outgoing_mail")


@card(order=32)
def letters(request: HttpRequest) -> Card | None:
    """Letters that somebody has to do something with, the late ones first."""
    if not request.user.has_perm("inbox.view_letter"):
        return None
    inbox = reverse("admin:inbox_letter_changelist")
    status = Letter.Status
    waiting = [
        (label, Letter.objects.filter(status=value).count(), f"{inbox}?status__exact={value}")
        for value, label in status.choices
        if value in {*Letter.OPEN, status.SPAM}
    ]
    late = Letter.objects.waiting_too_long().count()
    unsent = Announcement.objects.dead().count()
    emails = f"{list_of(Announcement)}?state=dead"
    lines = [
        *_line(gettext("Waiting for more than 14 days"), late, f"{inbox}?o=-1", urgent=True),
        *_line(gettext("Emails given up"), unsent, emails, urgent=True),
        *(line for label, count, url in waiting for line in _line(label, count, url)),
    ]
    return Card(
        title=gettext("Letters"),
        icon="mail",
        lines=lines,
        all_is_well=gettext("Every letter is answered."),
        url=inbox,
    )


def _line(label: Words, count: int, url: str, *, urgent: bool = False) -> list[CardLine]:
    return [CardLine(text=label, url=url, note=str(count), urgent=urgent)] if count else []
