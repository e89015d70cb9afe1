"""One step of the set-up, and how a row of them is gone through."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from delivery.services.errors import KeyRefusedError, RejectedError, ServiceError

NOT_FOUND = 404


class NeedsPersonError(Exception):
    """Only a person can do this; the text is the exact words to type or press."""


@dataclass(frozen=True)
class Step:
    """`look` says what is missing, or None; `mend` brings it about; `plan` says what that is."""

    what: str
    look: Callable[[], str | None]
    plan: str
    mend: Callable[[], object]


def missing(look: Callable[[], str | None]) -> str | None:
    """What `look` misses; what it looks at may not exist at all yet."""
    try:
        return look()
    except RejectedError as error:
        if error.status != NOT_FOUND:
            raise
        return "it does not exist yet"


def go_through(steps: Iterable[Step], dry_run: bool, say: Callable[[str], None]) -> list[str]:
    """Bring each step about; return what is left for a person, or failed.

    A step that needs a person or fails does not keep the others waiting: the next run has less to
    do. Raises `KeyRefusedError` at once, since a key that is refused helps no other step.
    """
    left = []
    for step in steps:
        try:
            say(outcome(step, dry_run))
        except KeyRefusedError:
            raise
        except (NeedsPersonError, ServiceError) as error:
            left.append(f"{step.what}: {error}")
        except (KeyError, TypeError, AttributeError) as error:
            left.append(f"{step.what}: the answer lacks {error}")
        else:
            continue
        say(f"✋ {left[-1]}")
    return left


def outcome(step: Step, dry_run: bool) -> str:
    """Look, and mend unless this is a dry run; raise `NeedsPersonError` when that did not help."""
    fault = missing(step.look)
    if fault is None:
        return f"✅ {step.what}"
    if dry_run:
        return f"🔜 {step.what}: would {step.plan}"
    step.mend()
    if still := missing(step.look):
        raise NeedsPersonError(still)
    return f"🔧 {step.what}: {step.plan}"
