"""The memory of a small dyno: held to by the kernel where this machine allows it, and measured."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024
GROUPS = Path("/sys/fs/cgroup")


@dataclass(frozen=True)
class Bound:
    """A control group that holds its processes to a limit; `folder` is None without one."""

    folder: Path | None

    def entered(self, line: str) -> str:
        """Return the shell line that enters the group before it becomes the program."""
        enter = f"echo $$ > {self.folder}/cgroup.procs && " if self.folder else ""
        return f"{enter}exec {line}"

    def kills(self) -> int:
        """Return how many processes the kernel has ended for want of memory."""
        if self.folder is None:
            return 0
        names = ("memory.events", "memory.oom_control")  # version 2, version 1
        file = next(self.folder / name for name in names if (self.folder / name).exists())
        told = dict(line.split() for line in file.read_text().splitlines())
        return int(told["oom_kill"])


@contextmanager
def bounded(megabytes: int) -> Iterator[Bound]:
    """Yield a group that is held to the limit, or one without a folder where there is none."""
    folder = make_group(megabytes)
    try:
        yield Bound(folder)
    finally:
        if folder:
            until_empty(folder)
            folder.rmdir()


def until_empty(folder: Path) -> None:
    """Return when the last of the group's processes is gone, which have all been told to end."""
    end = time.monotonic() + 10
    while (folder / "cgroup.procs").read_text() and time.monotonic() < end:
        time.sleep(0.05)


def make_group(megabytes: int) -> Path | None:
    """Make a control group of either version, where this machine lets us."""
    for root, limit in places():
        folder = root / f"upendo-dyno-{os.getpid()}"
        try:
            folder.mkdir()
        except OSError:
            continue
        try:
            if not (folder / limit).exists():  # a folder like any other
                raise FileNotFoundError(limit)
            (folder / limit).write_text(str(megabytes * MEGABYTE))
        except OSError:
            folder.rmdir()
        else:
            return folder
    return None


def places() -> Iterator[tuple[Path, str]]:
    """Where a group could be, and what its limit is called: below our own, else at the top."""
    for line in Path("/proc/self/cgroup").read_text().splitlines():
        _, controllers, path = line.split(":", 2)
        if controllers == "memory":
            root, limit = GROUPS / "memory", "memory.limit_in_bytes"
        elif not controllers:
            root, limit = GROUPS, "memory.max"
        else:
            continue
        yield root / path.lstrip("/"), limit
        yield root, limit


def used(session: int) -> int:
    """Return the megabytes of a session's processes; what they share is counted once.

    The kernel's proportional set size, which is what a host's own meter comes closest to.
    """
    kilobytes = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            # The name stands in brackets and may hold anything; session is the fourth after it.
            fields = (process / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) != session:
                continue
            for line in (process / "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    kilobytes += int(line.split()[1])
        except (OSError, IndexError):
            continue  # it has just ended
    return kilobytes // 1024
