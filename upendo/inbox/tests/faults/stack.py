"""Everything that a letter passes: gunicorn, PostgreSQL, the mail server, and the readers."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

from django.conf import settings

from upendo.inbox.tests.factories import letter_data
from upendo.inbox.tests.faults.own_postgres import OwnPostgres
from upendo.inbox.tests.mailbox import Mailbox

PATIENCE = 20  # seconds
LETTERS = """
    SELECT '/letters/' || token, count(DISTINCT m.id), count(DISTINCT a.id), count(a.sent_at)
    FROM inbox_letter l LEFT JOIN inbox_message m ON m.letter_id = l.id
    LEFT JOIN inbox_announcement a ON a.message_id = m.id GROUP BY token
"""


@dataclass
class Stack:
    """The running application; `network` counts, so that no throttle stands in the way."""

    address: str
    orders: Path
    postgres: OwnPostgres
    mailbox: Mailbox
    network: int = 0

    def order(self, what: str, step: str) -> Path:
        """Tell whichever worker comes to a step to "die" or to "wait"."""
        order = self.orders / f"{step}.{what}"
        order.touch()
        return order

    def post(self, data: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Send a letter once and return the answer; the status is 0 when there was none."""
        self.network += 1
        place = f"10.{self.network // 256}.{self.network % 256}.1"
        headers = {"Content-Type": "application/json", "X-Forwarded-For": place}
        body = json.dumps(data).encode()
        request = urllib.request.Request(f"{self.address}/api/v1/letters/", body, headers)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return answer.status, json.load(answer)
        except HTTPError as error:
            return error.code, json.load(error)
        except (OSError, HTTPException):
            return 0, {}

    def send(self, number: int = 0, **changes: Any) -> str:
        """Send a letter as a device does, again until it is taken; return its private page."""
        data = letter_data(code=f"JAR{number % 4}", message=f"Letter {number}.") | changes
        for _ in range(10):
            status, answer = self.post(data)
            if status == 201:
                return str(answer["path"])
        raise AssertionError(f"Not taken in ten attempts; at last {status}: {answer}")

    def deliver_all(self) -> None:
        """Let the pauses after failed attempts pass, and have the scheduler's command run."""
        self.postgres.rows("UPDATE inbox_announcement SET due_at = now()")
        manage(self.postgres, self.mailbox, "manage.py", "deliver_letters")

    def letters(self) -> dict[str, tuple[int, ...]]:
        """Return by private page how many messages, announcements and sent ones there are."""
        return {row[0]: row[1:] for row in self.postgres.rows(LETTERS)}

    def announced(self) -> Counter[int]:
        """Return how many emails the mail server holds about each letter, by its number."""
        number = re.compile(rb"/inbox/letter/(\d+)/change/")
        return Counter(int(n) for email in self.mailbox.received for n in number.findall(email))


def manage(postgres: OwnPostgres, mailbox: Mailbox, *arguments: str) -> None:
    """Run Python as an administrator would."""
    environ = os.environ | environment(postgres, mailbox)
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environ,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def environment(postgres: OwnPostgres, mailbox: Mailbox) -> dict[str, str]:
    """Return what makes the application use these two."""
    return {
        "DATABASE_URL": postgres.url,
        "EMAIL_URL": f"smtp://127.0.0.1:{mailbox.port}",
        "TRUSTED_PROXIES": "1",
    }


def wait_until_gone(order: Path) -> None:
    """Wait until somebody has obeyed an order to die."""
    wait_until(lambda: not order.exists())


def wait_until(true: Callable[[], bool]) -> None:
    """Wait until a condition holds."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, f"nothing happened for {PATIENCE} s"
        time.sleep(0.01)
