"""How often somebody may do something, counted in this worker's memory: for what may ask no query.

Each worker counts by itself, so all together let through so many times as much. Who it was is
forgotten when the time is over, and never leaves the memory.
"""

import threading
import time

MOST_KEPT = 10_000  # of those who are counted at once, about 2 MB; nobody else passes meanwhile


class MemoryLimit:
    """So many times in so many seconds, which begin for all together."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._ends_at = 0.0
        self._times: dict[str, int] = {}
        self._lock = threading.Lock()

    def take(self, who: str) -> bool:
        """Count one time, and return whether it was one too many."""
        with self._lock:
            now = time.monotonic()
            if now > self._ends_at:
                self._times.clear()
                self._ends_at = now + self._seconds
            times = self._times.get(who, 0)
            if times >= self._most or (not times and len(self._times) >= MOST_KEPT):
                return True
            self._times[who] = times + 1
            return False
