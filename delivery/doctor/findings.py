"""One line of the doctor's checklist, and how it is found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from delivery.services.errors import ServiceError


class State(StrEnum):
    """What the doctor can say of one thing."""

    OK = "ok"
    MISSING = "missing"
    UNKNOWN = "cannot check"


@dataclass(frozen=True)
class Finding:
    """One thing that must be so; `advice` says what is wrong and what to do."""

    state: State
    what: str
    advice: str = ""


class CannotTellError(Exception):
    """What is looked for cannot be seen yet; the sentence says when it can."""


def examine(what: str, look: Callable[[], str | None]) -> Finding:
    """Look at one thing: `look` returns what is wrong, or None.

    What cannot be told yet, and a service that refuses or fails, leave it unchecked.
    """
    try:
        wrong = look()
    except (CannotTellError, ServiceError) as error:
        return Finding(State.UNKNOWN, what, str(error))
    except (KeyError, TypeError, AttributeError) as error:
        return Finding(State.UNKNOWN, what, f"the answer lacks {error}")
    return Finding(State.MISSING, what, wrong) if wrong else Finding(State.OK, what)


def lacking(wanted: Iterable[str], found: Iterable[str], advice: str) -> str | None:
    """What is wanted and not found, with the advice, or None."""
    absent = sorted(set(wanted) - set(found))
    return f"{', '.join(absent)} missing: {advice}" if absent else None
