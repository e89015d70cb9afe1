"""The table of what was tried and what was lost."""

from collections.abc import Iterable
from dataclasses import dataclass

LINE = "{:<58}{:>8}{:>6}  {}"


@dataclass(frozen=True)
class Row:
    """One attack: what was tried how often, what of it was lost, and a figure or the reasons."""

    what: str
    tried: int
    lost: int
    note: str = ""


def print_table(rows: Iterable[Row]) -> None:
    """Print all rows."""
    print("\n" + LINE.format("what was tried", "tried", "lost", ""))
    for row in rows:
        print(LINE.format(row.what, row.tried, row.lost, row.note))


def percentile(seconds: Iterable[float], share: float) -> float:
    """Return the time within which this share of them ended."""
    ordered = sorted(seconds)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
