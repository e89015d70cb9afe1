"""What the courier does in each of its rounds, about every minute, besides sending letters.

Apps add to it in a module `rounds.py`.
"""

from collections.abc import Callable

_rounds: list[Callable[[], object]] = []


def each_round(function: Callable[[], object]) -> Callable[[], object]:
    """Have a function called in each round, in every worker: it finds out if there is work."""
    _rounds.append(function)
    return function


def make_all() -> None:
    """Call them all. Raises what the first one raises that fails; the next round tries again."""
    for function in _rounds:
        function()
