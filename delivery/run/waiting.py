"""How long to wait for what, in seconds, and the one loop that waits."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """Every wait of a run, in seconds."""

    request: float = 20
    backoff: float = 1
    rate_limit: float = 300
    poll: float = 5
    settle: float = 60
    health: float = 180
    backup: float = 1800
    promotion: float = 600


def until[T](read: Callable[[], T], done: Callable[[T], bool], *, within: float, every: float) -> T:
    """Read again and again until `done`, or until `within` seconds are over.

    Returns the last thing read, done or not: the caller says what it means.
    """
    deadline = time.monotonic() + within
    while True:
        latest = read()
        if done(latest) or time.monotonic() >= deadline:
            return latest
        time.sleep(every)
