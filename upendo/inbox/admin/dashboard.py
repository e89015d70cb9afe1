"""What the start page and the menu of the desk say about letters."""

from django.http import HttpRequest
from django.urls import reverse

from upendo.catalogue import desk
from upendo.inbox.models import Announcement, Letter, Phrase

desk.entry("Letters", Letter, icon="mail")
desk.entry("Letters", Phrase, icon="format_quote")
desk.entry("Letters", Announcement, icon="outgoing_mail")


@desk.card(order=30)
def letters(request: HttpRequest) -> desk.Card | None:
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
    emails = f"{desk.list_of(Announcement)}?state=dead"
    items = [
        *_line("Waiting for more than 14 days", late, f"{inbox}?o=-1", urgent=True),
        *_line("Emails given up", unsent, emails, urgent=True),
        *(line for label, count, url in waiting for line in _line(label, count, url)),
    ]
    return desk.Card(
        title="Letters",
        icon="mail",
        items=items,
        all_is_well="Every letter is answered.",
        url=inbox,
    )


def _line(label: str, count: int, url: str, *, urgent: bool = False) -> list[desk.Item]:
    return [desk.Item(text=label, url=url, note=str(count), urgent=urgent)] if count else []
