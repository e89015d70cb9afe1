"""What a worker keeps in memory to answer sooner: bounded in bytes, and made once at a time."""

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Any

# What an entry takes beside its content: its key, its place in the dictionary, small objects.
ENTRY = 400  # bytes
PATIENCE = 10  # seconds


_all: list["Kept[Any, Any]"] = []


def all_kept() -> list["Kept[Any, Any]"]:
    """Return everything of this kind in the process."""
    return _all


class Kept[K: Hashable, V]:
    """The values that were asked for last, as many as fit into so many bytes.

    It holds bytes and flat tuples, not trees of objects: those take several times what they say.
    """

    def __init__(self, what: str, most: int) -> None:
        self.what = what
        self.size = 0
        self._most = most
        self._entries: dict[K, tuple[V, int]] = {}  # the one asked for last stands last
        self._lock = threading.Lock()
        _all.append(self)

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, key: K) -> V | None:
        """Return a value, or None."""
        with self._lock:
            if (entry := self._entries.pop(key, None)) is None:
                return None
            self._entries[key] = entry
            return entry[0]

    def put(self, key: K, value: V, size: int = 0) -> None:
        """Keep a value whose content takes so many bytes, and let go of those not asked for."""
        size += ENTRY
        with self._lock:
            self._drop(key)
            self._entries[key] = (value, size)
            self.size += size
            while self.size > self._most:
                self._drop(next(iter(self._entries)))

    def drop(self, key: K) -> None:
        """Let go of a value, if it is kept."""
        with self._lock:
            self._drop(key)

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._entries.clear()
            self.size = 0

    def _drop(self, key: K) -> None:
        if entry := self._entries.pop(key, None):
            self.size -= entry[1]


class Flights[K: Hashable, V]:
    """Has a thing made once, however many threads ask for it meanwhile."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._flying: dict[K, Future[V]] = {}
        self._lock = threading.Lock()

    def once(self, key: K, make: Callable[[], V]) -> V:
        """Return what `make` makes, or what another thread is making under the same key.

        Raises what `make` raises, there and for those who wait; and TimeoutError when it takes
        longer than anybody should wait.
        """
        with self._lock:
            other = self._flying.get(key)
            mine = self._flying[key] = other or Future()
        if other:
            return other.result(self._patience)
        try:
            made = make()
        except BaseException as error:
            mine.set_exception(error)
            raise
        else:
            mine.set_result(made)
            return made
        finally:
            with self._lock:
                del self._flying[key]
