"""Sends the emails that are due, reminds the team, and deletes letters kept long enough.

A thread in each web worker makes the rounds, so that no further process has to be paid for;
``manage.py deliver_letters`` makes one for schedulers. During a round the thread holds a database
connection of its own, which gunicorn.conf.py counts. See docs/decisions/0007-letters-outbox.md.
"""

import logging
import smtplib
import threading

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import close_old_connections, connection
from django.utils import timezone

from upendo.inbox.mail import emails
from upendo.inbox.mail.retention import forget_old_letters, remind_of_waiting_letters
from upendo.inbox.models import Announcement
from upendo.web import rounds
from upendo.web.throttling import limits

logger = logging.getLogger(__name__)

ROUND_SECONDS = 60
_called = threading.Event()


def start() -> None:
    """Start this process's courier. It may be killed at any moment, when the process ends."""
    threading.Thread(target=_make_rounds, name="courier", daemon=True).start()


def wake() -> None:
    """Have this process's courier, if it has one, make a round now."""
    _called.set()


def make_round() -> int:
    """Delete what is old, remind the team, send what is due, do what apps have added.

    Returns how many emails were sent.
    """
    forget_old_letters()
    limits.forget_passed()
    remind_of_waiting_letters()
    sent = deliver_due()
    rounds.make_all()
    return sent


def deliver_due() -> int:
    """Try each email that is due once, and return how many were sent.

    In production without a mail server nothing is sent, and the emails wait: Django would print
    them to the log, where no reader's words may be.
    """
    if not settings.DEBUG and settings.MAILERS["default"]["BACKEND"].endswith(
        "console.EmailBackend"
    ):
        return 0
    sent = 0
    while announcement := Announcement.objects.claim():
        sent += _deliver(announcement)
    return sent


def _deliver(announcement: Announcement) -> bool:
    # Updates, not saves: the reader may erase the letter at this very moment.
    row = Announcement.objects.filter(pk=announcement.pk)
    try:
        if email := emails.compose(announcement):
            email.send()
    except Exception as error:
        problem = _describe(error)
        row.update(last_error=problem)
        logger.warning("%s was not sent: %s", announcement, problem)
        return False
    row.update(sent_at=timezone.now(), last_error="")
    return True


def _describe(error: Exception) -> str:
    # Not the error's own text: it often holds the reader's address.
    code = getattr(error, "smtp_code", "") if isinstance(error, smtplib.SMTPException) else ""
    return f"{type(error).__name__} {code}".strip()


def _make_rounds() -> None:
    while True:
        _called.wait(ROUND_SECONDS)
        _called.clear()
        try:
            close_old_connections()
            make_round()
        except DatabaseError as error:
            logger.warning("The courier's round failed: %s", type(error).__name__)
        except Exception:  # an error in one round must not end the thread
            logger.exception("The courier's round failed.")
        finally:
            connection.close()
