"""The emails about drafts. They hold nothing that a reader wrote, nor what a draft says."""

from urllib.parse import urlencode

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext

from upendo.editing.models import Draft, DraftNote, PlannedPublication
from upendo.editing.people import may_see, name_of
from upendo.web import outbox
from upendo.web.addresses import absolute


def send_due() -> None:
    """Send what is owed to colleagues, and to those whose drafts were not published."""
    outbox.deliver_due(DraftNote, compose_note)
    outbox.deliver_due(PlannedPublication, compose_refusal)


def compose_note(note: DraftNote) -> EmailMessage | None:
    """Return the email, or None when the colleague may not look at the draft (any more)."""
    person = note.to
    if person is None or not person.email or person not in may_see(note.draft):
        return None
    record, author = note.draft.record, name_of(note.author)
    told = {"note": note, "author": author, "record": record, "page": review_of([note.draft])}
    return EmailMessage(
        subject=outbox.one_line(
            gettext("%(author)s on the draft of %(record)s") % {"author": author, "record": record}
        ),
        body=render_to_string("editing/emails/note.txt", told),
        to=[person.email],
        headers=outbox.headers(note),
    )


def compose_refusal(plan: PlannedPublication) -> EmailMessage | None:
    """Return the email, or None when there is nobody (any more) to send it to."""
    person = plan.asked_by
    if person is None or not (person.email and person.is_active and person.is_staff):
        return None
    told = {"plan": plan, "page": _page(plan)}
    return EmailMessage(
        subject=outbox.one_line(gettext("Not published: %(what)s") % {"what": plan.what})[:200],
        body=render_to_string("editing/emails/refused.txt", told),
        to=[person.email],
        headers=outbox.headers(plan),
    )


def review_of(drafts: list[Draft]) -> str:
    """Return the whole address of the page on which drafts are looked at."""
    query = urlencode({"draft": [draft.pk for draft in drafts]}, doseq=True)
    return absolute(f"{reverse('admin:catalogue_draft_review')}?{query}")


def _page(plan: PlannedPublication) -> str:
    drafts: list[Draft] = list(plan.drafts.all())
    return review_of(drafts) if drafts else absolute(reverse("admin:catalogue_draft_changelist"))
