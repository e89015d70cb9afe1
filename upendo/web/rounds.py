"""What the courier does in each of its rounds, about every minute, besides sending letters.

Apps add to it in a module `rounds.py`.
"""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError

logger = logging.getLogger(__name__)

_rounds: list[Callable[[], object]] = []


def each_round(function: Callable[[], object]) -> Callable[[], object]:
    """Have a function called in each round, in every worker: it finds out if there is work."""
    _rounds.append(function)
    return function


def make_all() -> None:
    """Call them all; what fails keeps none of the others from its work, and is tried again.

    Raises what a database that is away raises, which fails them all.
    """
    for function in _rounds:
        try:
            function()
        except (InterfaceError, OperationalError):
            raise
        except Exception:
            logger.exception("%s failed in the courier's round.", function.__qualname__)
