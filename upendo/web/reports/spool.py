"""Faults that wait for the next email, grouped, for all workers of a server together.

They lie in a file without a name, which workers inherit from the process that forks them. So they
need no database, which is often the fault, and are not lost with a worker that is killed.
"""

import fcntl
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

SIZE = 256 * 1024  # bytes
_MOST_GROUPS = 40
_MOST_REQUESTS = 3


@dataclass
class Group:
    """One kind of fault at one place; times in seconds of the clock."""

    kind: str
    place: str
    pages: list[str]
    trace: list[str]
    first: float
    last: float
    requests: list[str] = field(default_factory=list)
    times: int = 1

    def add(self, other: "Group") -> None:
        """Count another group of the same kind and place in; the last one's numbers stay."""
        self.first = min(self.first, other.first)
        self.last = max(self.last, other.last)
        self.times += other.times
        self.pages = sorted({*self.pages, *other.pages})[:_MOST_REQUESTS]
        self.requests = [*self.requests, *other.requests][-_MOST_REQUESTS:]


@dataclass
class Waiting:
    """What waits for the next email, and when it may be sent, in seconds of the clock."""

    due: float = 0
    groups: list[Group] = field(default_factory=list)
    others: int = 0  # faults of more kinds than an email names

    def add(self, group: Group) -> None:
        """Add a group, or count it in where its like already waits."""
        for known in self.groups:
            if (known.kind, known.place) == (group.kind, group.place):
                return known.add(group)
        if len(self.groups) < _MOST_GROUPS:
            return self.groups.append(group)
        self.others += group.times
        return None


class Spool:
    """The waiting faults; `open` has them to itself among all processes."""

    def __init__(self) -> None:
        self.file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - open as long as we live
        # Taken now, so that a full disk cannot refuse it later.
        self.file.write(bytes(SIZE))

    @contextmanager
    def open(self) -> Iterator[Waiting]:
        """Yield what waits, to be changed in place; it is kept when the block ends."""
        fcntl.lockf(self.file, fcntl.LOCK_EX)
        try:
            waiting = self._read()
            yield waiting
            self._write(waiting)
        finally:
            fcntl.lockf(self.file, fcntl.LOCK_UN)

    def _read(self) -> Waiting:
        self.file.seek(0)
        try:
            kept = json.loads(self.file.read(SIZE).rstrip(b"\0"))
        except ValueError:  # nothing yet, or a worker was killed while it wrote
            return Waiting()
        groups = [Group(**group) for group in kept["groups"]]
        return Waiting(kept["due"], groups, kept["others"])

    def _write(self, waiting: Waiting) -> None:
        content = json.dumps(asdict(waiting)).encode()
        if len(content) <= SIZE:
            self.file.seek(0)
            self.file.write(content.ljust(SIZE, b"\0"))
