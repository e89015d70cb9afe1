"""Spares what has just failed, and those who would wait for it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class PausedError(Exception):
    """It failed a moment ago, and is not tried again yet."""


class Breaker:
    """After a failure nothing is tried for a while, then one try at a time until one succeeds."""

    def __init__(self, what: str, pause: float) -> None:
        self._what = what
        self._pause = pause
        self._lock = threading.Lock()
        self._failing = False
        self._trying = False
        self._until = 0.0

    @contextmanager
    def attempt(self, *failures: type[Exception]) -> Iterator[None]:
        """Try what follows, of which these are the failures; raises PausedError in a pause."""
        self._begin()
        failed = False
        try:
            yield
        except failures:
            failed = True
            raise
        finally:
            self._end(failed=failed)

    def reset(self) -> None:
        """Forget that it failed."""
        self._end(failed=False)

    def _begin(self) -> None:
        with self._lock:
            if self._failing:
                if self._trying or time.monotonic() < self._until:
                    raise PausedError(f"{self._what} failed a moment ago and is tried again soon.")
                self._trying = True

    def _end(self, *, failed: bool) -> None:
        with self._lock:
            self._failing = failed
            self._trying = False
            self._until = time.monotonic() + self._pause if failed else 0.0
