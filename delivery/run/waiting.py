"""How long to wait for what, in seconds, and the one loop that waits."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """Every wait of a run, in seconds.

    `poll` and `look` lie between two questions to the host and to CI. `checks` and `staging` are
    for CI and staging to come to a tag that was pushed with its commit. `settle` is for something
    asked for to appear, `health` for a site to have been well for `steady` without a break.
    `promotion` is longer than the hour after which the host ends a release phase.
    """

    request: float = 20
    backoff: float = 1
    rate_limit: float = 300
    poll: float = 5
    look: float = 30
    checks: float = 1800
    staging: float = 1800
    settle: float = 600
    health: float = 300
    steady: float = 60
    backup: float = 1800
    promotion: float = 3900


class PassingError(Exception):
    """Something failed that may work a moment later, unless `lasting` says otherwise."""

    lasting = False


def until[T](read: Callable[[], T], done: Callable[[T], bool], *, within: float, every: float) -> T:
    """Read again and again until `done`, or until `within` seconds are over.

    Returns the last thing read, done or not: the caller says what it means. A read that fails in
    passing has not seen it yet; its error is raised when the time is over.
    """
    deadline = time.monotonic() + within
    while True:
        try:
            latest = read()
        except PassingError as error:
            if error.lasting or time.monotonic() >= deadline:
                raise
        else:
            if done(latest) or time.monotonic() >= deadline:
                return latest
        time.sleep(every)
