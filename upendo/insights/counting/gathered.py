"""What this worker has counted and not written yet."""

import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from upendo.insights.models import Kind

MOST_KEPT = 20_000  # different numbers, about 8 MB; enough for minutes without a database


class Counted(NamedTuple):
    """What a number counts: a row of StoryCount, but for the story that the code tells."""

    code: str
    kind: Kind
    way: str = ""
    value: str = ""


class Gathered:
    """Numbers by day, for threads to add to and for one to take away. Bounded."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._days: dict[date, Counter[Counted]] = {}
        self._lock = threading.Lock()

    def add(self, day: date, counted: Iterable[Counted]) -> None:
        """Add one to each of these."""
        self.put_back(day, dict.fromkeys(counted, 1))

    def put_back(self, day: date, numbers: Mapping[Counted, int]) -> None:
        """Add numbers. When there are too many different ones, new ones are not counted."""
        with self._lock:
            kept = self._days.setdefault(day, Counter())
            room = self._most - sum(map(len, self._days.values()))
            for counted, times in numbers.items():
                if counted in kept or room > 0:
                    room -= counted not in kept
                    kept[counted] += times

    def take(self) -> dict[date, Counter[Counted]]:
        """Return all, which is gathered no more."""
        with self._lock:
            taken, self._days = self._days, {}
        return {day: numbers for day, numbers in taken.items() if numbers}


gathered = Gathered()
