"""Sends the emails that are due, reminds the team, and deletes letters kept long enough.

A thread in each web worker makes the rounds, so that no further process has to be paid for;
``manage.py deliver_letters`` makes one for schedulers. During a round the thread holds a database
connection of its own, which gunicorn.conf.py counts. See docs/decisions/0007-letters-outbox.md.
"""

import logging
import threading

from django.db import Error as DatabaseError
from django.db import close_old_connections, connection

from upendo.desk.language import in_desk_language
from upendo.inbox.mail import emails
from upendo.inbox.mail.retention import forget_old_letters, remind_of_waiting_letters
from upendo.inbox.models import Announcement
from upendo.web import outbox, rounds
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

    What is written meanwhile to our own people is in the language of the desk. Returns how many
    emails were sent.
    """
    with in_desk_language():
        try:
            forget_old_letters()
            limits.forget_passed()
            remind_of_waiting_letters()
            return deliver_due()
        finally:  # a bucket that fails keeps no draft from being published in time
            rounds.make_all()


def deliver_due() -> int:
    """Try each email about letters that is due once, and return how many were sent."""
    return outbox.deliver_due(Announcement, emails.compose)


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
