"""Error reports by email: what is alike is counted, and few emails an hour are sent.

A thread of each process that had an error does all of it, so nobody waits for a mail server.
"""

import contextlib
import logging
import queue
import threading
import time
from datetime import UTC, datetime

from django.conf import settings
from django.core.mail import EmailMessage

from upendo.web.reports.fault import Fault
from upendo.web.reports.spool import Group, Spool, Waiting

logger = logging.getLogger(__name__)

GATHERED_SECONDS = 60  # a storm becomes one email, also its first minute
PAUSE_SECONDS = 30 * 60  # between two emails of one server, also if one could not be sent

_END = """
What they mean, and what to do: docs/runbooks/slow-or-errors.md. The log of each request is found by
the request's number. Further errors are told of after {minutes} minutes.
"""


class Emails:
    """Gathers faults for ``settings.ERRORS_TO``, and sends them when the pause is over."""

    def __init__(self, gathered: float = GATHERED_SECONDS, pause: float = PAUSE_SECONDS) -> None:
        self.gathered, self.pause = gathered, pause
        self.spool = Spool()
        self.told: queue.Queue[Group] = queue.Queue(maxsize=1000)
        self.thread: threading.Thread | None = None

    def tell(self, fault: Fault) -> None:
        """Have the fault sent. What is more than the thread can count is left out."""
        if self.thread is threading.current_thread():
            return  # an error in sending: the log has it, and another email would fail as well
        with contextlib.suppress(queue.Full):
            self.told.put_nowait(group_of(fault))
        # Started here: a thread would not have survived the fork of the workers.
        if not self.thread or not self.thread.is_alive():
            self.thread = threading.Thread(target=self._work, name="error-reports", daemon=True)
            self.thread.start()

    def close(self) -> None:
        """End the thread, after what it was told is counted, and forget what waits."""
        self.told.shutdown()
        if self.thread:
            self.thread.join()
        self.spool.file.close()

    def _work(self) -> None:
        wait: float | None = None
        while True:
            group = None
            try:
                group = self.told.get(timeout=wait)
            except queue.Empty:
                pass  # the pause is over
            except queue.ShutDown:
                return
            try:
                wait = self.keep(group)
                if wait == 0:
                    wait = self.send()
            except Exception as error:  # the thread goes on, whatever it is
                logger.warning("Error reports were not kept: %s", type(error).__name__)
                wait = self.pause
            if group:
                self.told.task_done()

    def keep(self, group: Group | None) -> float | None:
        """Add the group to what waits; return seconds until it is to be sent, None for never."""
        now = time.time()
        with self.spool.open() as waiting:
            if group:
                if not waiting.groups:
                    waiting.due = max(waiting.due, now + self.gathered)
                waiting.add(group)
            return max(0.0, waiting.due - now) if waiting.groups else None

    def send(self) -> float | None:
        """Send what waits, whichever process it comes from; return as `keep` does."""
        now = time.time()
        with self.spool.open() as waiting:
            taken = Waiting(now, waiting.groups, waiting.others)
            waiting.due, waiting.groups, waiting.others = now + self.pause, [], 0
        if not taken.groups:
            return None  # another worker was quicker
        try:
            _email(taken, self.pause).send()
        except Exception as error:
            # Not its text, which may hold the mail server's password or an address.
            logger.warning("An error report was not sent: %s", type(error).__name__)
            with self.spool.open() as waiting:
                waiting.others += taken.others
                for group in taken.groups:
                    waiting.add(group)
            return self.pause
        return None


def group_of(fault: Fault) -> Group:
    """Return the fault as a group of one, at this moment."""
    trace = []
    for raised in fault.raised:
        trace += [raised.type, *(f"  {frame}" for frame in raised.frames)]
    now = time.time()
    pages, requests = [fault.page], [fault.request]
    return Group(fault.kind, fault.place, pages, trace, now, now, requests)


def _email(waiting: Waiting, pause: float) -> EmailMessage:
    groups = sorted(waiting.groups, key=lambda group: -group.times)
    times = sum(group.times for group in groups) + waiting.others
    kind = groups[0].kind.rpartition(".")[2]
    site = f"{settings.SITE_URL}, commit {settings.COMMIT or 'unknown'}"
    parts = [f"{_errors(times)} on {site}.", *map(_paragraph, groups)]
    if waiting.others:
        parts.append(f"{_errors(waiting.others)} of further kinds: see the log.")
    return EmailMessage(
        subject=f"[Upendo Honey] {_errors(times)}: {kind}",
        body="\n\n".join(parts) + "\n" + _END.format(minutes=round(pause / 60)),
        to=settings.ERRORS_TO,
        headers={"Auto-Submitted": "auto-generated"},
    )


def _paragraph(group: Group) -> str:
    times = [datetime.fromtimestamp(at, UTC) for at in (group.first, group.last)]
    first, last = (at.strftime("%d %B %H:%M:%S") for at in times)
    lines = [
        f"{group.times} x {group.kind}",
        f"at {group.place}",
        f"on the pages {', '.join(filter(None, group.pages)) or '(none)'}",
        f"from {first} to {last} UTC",
        f"the last requests: {', '.join(filter(None, group.requests)) or '(none)'}",
        *group.trace,
    ]
    return "\n".join(lines)


def _errors(number: int) -> str:
    return "1 error" if number == 1 else f"{number} errors"
