"""The application, which a test can kill or hold between any two steps of a letter's way.

An order is a file named for a step. Whichever worker gets there first obeys: "die" kills it on the
spot, "wait" holds it until the file is gone.
"""

import os
import signal
import smtplib
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import get_resolver

from upendo.wsgi import application

ORDERS = Path(os.environ["ORDERS"])


def obey(step: str) -> None:
    """Carry out the order for a step, if there is one."""
    die, wait = ORDERS / f"{step}.die", ORDERS / f"{step}.wait"
    if die.exists():
        die.unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    if wait.exists():
        (ORDERS / f"{step}.reached").touch()
        while wait.exists():
            time.sleep(0.01)


def after(step: str, owner: Any, name: str) -> None:
    """Have what comes next, the owner's function of this name, obey first."""
    function: Callable[..., Any] = getattr(owner, name)

    @wraps(function)
    def doomed(*args: Any, **kwargs: Any) -> Any:
        obey(step)
        return function(*args, **kwargs)

    setattr(owner, name, doomed)


def doom() -> None:
    """Put the steps between the functions that make up a letter's way."""
    # Only now is Django ready.
    from upendo.inbox.correspondence import receive  # noqa: PLC0415
    from upendo.inbox.mail import courier, emails  # noqa: PLC0415
    from upendo.inbox.models import Announcement  # noqa: PLC0415

    after("letter read", receive, "reasons_against")
    after("letter written", receive, "_add")
    after("message written", Announcement.objects, "create")
    after("all written", transaction, "on_commit")
    after("committed", courier, "wake")
    after("courier woken", Announcement.objects, "claim")
    after("attempt counted", emails, "compose")
    after("email composed", EmailMessage, "send")
    after("server greeted", smtplib.SMTP, "mail")
    after("email handed over", smtplib.SMTP, "quit")


def warm_up() -> None:
    """Do before the fork what a hundred new workers would each do again."""
    from upendo.inbox.api.serializers import NewLetterSerializer  # noqa: PLC0415

    assert get_resolver().url_patterns
    assert not NewLetterSerializer(data={"email": "ann@example.org", "key": ""}).is_valid()


doom()
warm_up()
__all__ = ["application"]
