"""What the start page of the admin says about letters."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from upendo.inbox.models import Announcement, Letter


def letters_at_a_glance(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """Add the inbox's counts for those who may see letters."""
    if not request.user.has_perm("inbox.view_letter"):
        return context
    letters = reverse("admin:inbox_letter_changelist")
    emails = reverse("admin:inbox_announcement_changelist")
    status = Letter.Status
    counted = [
        (label, Letter.objects.filter(status=value).count(), f"{letters}?status__exact={value}")
        for value, label in status.choices
        if value in {*Letter.OPEN, status.SPAM}
    ]
    late = Letter.objects.waiting_too_long().count()
    counted.append(("Waiting for more than 14 days", late, f"{letters}?o=-1"))
    counted.append(("Emails given up", Announcement.objects.dead().count(), f"{emails}?state=dead"))
    return context | {"letter_counts": counted}
