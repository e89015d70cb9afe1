"""Outboxes: rows that are emails to be sent, tried until they are, or given up after four days.

An app has its own table, on `OwedEmail`, and sends what is due in a round of the courier.
See docs/decisions/0007-letters-outbox.md.
"""

import logging
import smtplib
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import parseaddr
from typing import Any, Self

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 15  # with the pauses, about four days
SHORTEST_PAUSE = timedelta(minutes=2)  # longer than an attempt can take
LONGEST_PAUSE = timedelta(hours=12)


def pause_after(attempts: int) -> timedelta:
    """Return how long to wait after so many attempts."""
    doubled: timedelta = SHORTEST_PAUSE * 2 ** (attempts - 1)
    return min(doubled, LONGEST_PAUSE)


class OwedEmailQuerySet(models.QuerySet[Any]):
    def waiting(self) -> Self:
        """Not sent yet, and not given up."""
        return self.filter(sent_at__isnull=True, attempts__lt=MOST_ATTEMPTS)

    def dead(self) -> Self:
        """Not sent after all attempts: somebody must look at them."""
        return self.filter(sent_at__isnull=True, attempts__gte=MOST_ATTEMPTS)

    def claim(self) -> Any:
        """Return one that is due, or None; no other process gets it until its pause is over.

        The attempt is counted before it is made. So an email is tried again after a pause when its
        process was killed, and an email that crashes its process is tried only MOST_ATTEMPTS times.
        """
        with transaction.atomic():
            due = self.waiting().filter(due_at__lte=timezone.now()).order_by("due_at")
            owed = due.select_for_update(skip_locked=True).first()
            if owed:
                owed.attempts += 1
                owed.due_at = timezone.now() + pause_after(owed.attempts)
                owed.save(update_fields=["attempts", "due_at"])
        return owed


class OwedEmail(models.Model):
    """One email that must be sent, saved in the same transaction as the event it is about."""

    due_at: "models.DateTimeField[datetime, datetime]" = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.CharField(max_length=120, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = OwedEmailQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"Email {self.pk}"


def headers(owed: OwedEmail) -> dict[str, str]:
    """Return the headers of an email that no person has written.

    Its Message-ID is the same at every attempt, so that a mail program shows a repeated email only
    once. It is a hash, because mail servers write it into their logs.
    """
    secret = salted_hmac(
        f"upendo.outbox.{owed._meta.label_lower}", str(owed.pk), algorithm="sha256"
    )
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return {
        "Message-ID": f"<{owed._meta.model_name}-{secret.hexdigest()[:32]}@{domain}>",
        # RFC 3834: an absence assistant must not answer it.
        "Auto-Submitted": "auto-generated",
    }


def one_line(text: str) -> str:
    """Return a text that can stand in an email's header: no line break starts another header."""
    return " ".join(text.split())


def deliver_due[M: OwedEmail](outbox: type[M], compose: Callable[[M], EmailMessage | None]) -> int:
    """Try each email of an outbox that is due once, and return how many were sent.

    In production without a mail server nothing is sent, and the emails wait: Django would print
    them to the log, where no reader's words may be.
    """
    if not settings.DEBUG and settings.MAILERS["default"]["BACKEND"].endswith(
        "console.EmailBackend"
    ):
        return 0
    sent = 0
    while owed := outbox._default_manager.claim():
        sent += _deliver(owed, compose)
    return sent


def _deliver[M: OwedEmail](owed: M, compose: Callable[[M], EmailMessage | None]) -> bool:
    # Updates, not saves: what it is about may be deleted at this very moment.
    row = type(owed)._default_manager.filter(pk=owed.pk)
    try:
        if email := compose(owed):
            email.send()
    except Exception as error:
        problem = _describe(error)
        row.update(last_error=problem)
        logger.warning("%s was not sent: %s", owed, problem)
        return False
    row.update(sent_at=timezone.now(), last_error="")
    return True


def _describe(error: Exception) -> str:
    # Not the error's own text: it often holds the recipient's address.
    code = getattr(error, "smtp_code", "") if isinstance(error, smtplib.SMTPException) else ""
    return f"{type(error).__name__} {code}".strip()
