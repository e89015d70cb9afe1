"""The endings a promotion can have, each with its own exit code."""

from dataclasses import dataclass
from enum import IntEnum


class Exit(IntEnum):
    """Exit codes; what each one means is written in `delivery.promote`."""

    DONE = 0
    MISCONFIGURED = 2
    TAG_NOT_ON_BRANCH = 10
    STATUS_RED = 11
    STATUS_PENDING = 12
    STATUS_MISSING = 13
    STAGING_ELSEWHERE = 14
    STAGING_UNHEALTHY = 15
    DEPLOYMENT_RUNNING = 16
    PRODUCTION_MOVED = 17
    PIPELINE_WRONG = 18
    ROLLBACK_REFUSED = 19
    BACKUP_FAILED = 20
    BACKUP_UNFINISHED = 21
    MAINTENANCE = 22
    PROMOTION_FAILED = 30
    PROMOTION_UNSEEN = 31
    ROLLED_BACK = 40
    UNHEALTHY = 41
    ROLLBACK_FAILED = 42
    KEY_REFUSED = 50
    RATE_LIMITED = 51
    UNREACHABLE = 52
    INTERRUPTED = 60
    BUG = 70


@dataclass(frozen=True)
class Ending:
    """How a run ended: the code, one sentence, and what a person still has to do."""

    exit: Exit
    sentence: str
    left: tuple[str, ...] = ()


class StopError(Exception):
    """Ends the run on purpose.

    Without `left`, the summary says what the report holds as left at that moment.
    """

    def __init__(self, exit: Exit, sentence: str, *left: str) -> None:
        super().__init__(sentence)
        self.ending = Ending(exit, sentence, left)
