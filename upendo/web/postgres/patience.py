"""How long somebody waits for an answer of the database.

The limits of libpq and of PostgreSQL are not enough: a server that is stopped keeps no
statement_timeout, and its machine goes on acknowledging what it is sent. So it is here that we
wait, and give up. PostgreSQL learns of it within client_connection_check_interval.
"""

import select
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import psycopg2
from psycopg2.extensions import POLL_OK, POLL_READ, set_wait_callback


class SilentError(psycopg2.OperationalError):
    """The database has not answered in time."""


READER = 3.0  # seconds for each statement
STAFF = 20.0  # seconds; gunicorn's and the router's limits are 25 and 30

# Commands, migrations and the courier of letters wait as long as it takes.
_limit: ContextVar[float | None] = ContextVar("limit", default=None)


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Wait no longer than this for each answer, and less where less is the rule already."""
    before = _limit.get()
    token = _limit.set(seconds if before is None else min(seconds, before))
    try:
        yield
    finally:
        _limit.reset(token)


def begin_request(environ: dict[str, Any] | None = None, **_: Any) -> None:
    """Set the limit of a web request, for its answer that is sent bit by bit as well."""
    path = (environ or {}).get("PATH_INFO", "")
    _limit.set(STAFF if path.startswith("/admin/") else READER)


def end_request(**_: Any) -> None:
    """Take the limit of a web request back."""
    _limit.set(None)


def _wait(connection: Any) -> None:
    """Wait for an answer as psycopg2 would; an error raised here closes the connection."""
    limit = _limit.get()
    end = None if limit is None else time.monotonic() + limit
    while (state := connection.poll()) != POLL_OK:
        ready = select.poll()
        ready.register(connection.fileno(), select.POLLIN if state == POLL_READ else select.POLLOUT)
        left = None if end is None else max(end - time.monotonic(), 0) * 1000
        if not ready.poll(left):
            raise SilentError(f"The database has not answered for {limit} seconds.")


set_wait_callback(_wait)
