"""The monthly summary of what is read: owed on the first day of the next month, and sent."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from upendo.insights import attention
from upendo.insights.desk_page import MAY_READ
from upendo.insights.figures.report import Report
from upendo.insights.figures.span import DAY, Span
from upendo.insights.figures.subject import Subject
from upendo.insights.models import Summary, SummaryReader
from upendo.staff.shops import only_shop
from upendo.web import outbox
from upendo.web.addresses import absolute

KEPT_FOR = timedelta(days=100)


def send_summaries() -> int:
    """Owe last month's summary to those who want it and have none; return how many were sent."""
    month = (timezone.localdate().replace(day=1) - DAY).replace(day=1)
    Summary.objects.filter(created_at__lt=timezone.now() - KEPT_FOR).delete()
    have_it = Summary.objects.filter(month=month).values("person")
    waiting = SummaryReader.objects.exclude(person__in=have_it)
    # Another worker may do the same at this moment.
    Summary.objects.bulk_create(
        [Summary(person_id=reader.pk, month=month) for reader in waiting], ignore_conflicts=True
    )
    return outbox.deliver_due(Summary, compose)


def compose(summary: Summary) -> EmailMessage | None:
    """Return the email, or None when the person may not read figures (any more)."""
    person = summary.person
    if not (person.email and person.is_active and person.is_staff and person.has_perm(MAY_READ)):
        return None
    span = Span(summary.month, _last_day(summary.month))
    month = date_format(summary.month, "F Y")
    page = reverse("admin:what-is-read")
    days = urlencode({"first": span.first, "last": span.last})
    report = Report(Subject(shop=only_shop(person)), span)
    needed = attention.needed(report, person)
    context = {
        "report": report,
        "needed": [(line, absolute(line.url)) for line in needed],
        "month": month,
        "page": absolute(f"{page}?{days}"),
    }
    return EmailMessage(
        subject=gettext("What was read in %(month)s") % {"month": month},
        body=render_to_string("insights/emails/summary.txt", context),
        to=[person.email],
        headers=outbox.headers(summary),
    )


def _last_day(month: date) -> date:
    return (month + 31 * DAY).replace(day=1) - DAY
