"""Asking the database on a reader's behalf, and sparing it and the reader while it fails."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from django.db import Error as DatabaseError

from upendo.web.breaker import Breaker, PausedError
from upendo.web.postgres.patience import patience

FRESH_SECONDS = 0.5  # what is known is asked for again after this time: edits show in a second
PATIENCE = 1  # second for each statement, when there is something to tell meanwhile
NO_ANSWER = (DatabaseError, PausedError)

# While the database fails, hardly any request asks it: what is kept is told at once.
_database = Breaker("The database", pause=2)


def is_fresh(asked_at: float) -> bool:
    """Whether what was asked for at a time, of `time.monotonic`, need not be asked for again."""
    return time.monotonic() - asked_at < FRESH_SECONDS


@contextmanager
def asking(*, impatiently: bool) -> Iterator[None]:
    """Ask the database in the block; raises one of NO_ANSWER, in a pause without asking."""
    waiting = patience(PATIENCE) if impatiently else nullcontext()
    with _database.attempt(DatabaseError), waiting:
        yield


def forget_outage() -> None:
    """Ask again at once."""
    _database.reset()
