"""Watches which tables a release locks against readers or writers, and for how long."""

import threading
import time
from dataclasses import dataclass
from typing import Self

import psycopg2

EVERY = 0.02  # seconds; a lock held for less may be missed, and nobody notices it either
# Those that a reader or a writer of the table has to wait for.
LOCKS = """
    SELECT c.relname, l.mode FROM pg_locks l
    JOIN pg_class c ON c.oid = l.relation AND c.relkind = 'r'
    JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
    WHERE l.granted AND l.pid <> pg_backend_pid()
      AND c.relnamespace = 'public'::regnamespace
      AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
"""


@dataclass(frozen=True)
class Lock:
    """A lock on a table, and for how long it was seen, in seconds."""

    table: str
    mode: str
    seconds: float


class Watch:
    """Looks again and again while the block runs; `locks` are then those seen, longest first."""

    def __init__(self, url: str) -> None:
        self.connection = psycopg2.connect(url)
        self.connection.autocommit = True
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._look)
        self.held: dict[tuple[str, str], float] = {}

    @property
    def locks(self) -> list[Lock]:
        """What was seen."""
        rows = (Lock(table, mode, seconds) for (table, mode), seconds in self.held.items())
        return sorted(rows, key=lambda lock: (-lock.seconds, lock.table))

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self.thread.join()
        self.connection.close()

    def _look(self) -> None:
        before = time.monotonic()
        with self.connection.cursor() as cursor:
            while not self.ended.wait(EVERY):
                cursor.execute(LOCKS)
                now = time.monotonic()
                for table, mode in cursor.fetchall():
                    self.held[table, mode] = self.held.get((table, mode), 0.0) + now - before
                before = now
