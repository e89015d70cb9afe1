"""What processes take and which they have begun, as Linux says it."""

from contextlib import suppress
from pathlib import Path


def memory(process: str) -> float:
    """Return the MB that are a process's own, with its part of what is shared (PSS).

    0 for one that has ended.
    """
    return _figures(process, "smaps_rollup").get("Pss", 0.0)


def peak(process: str) -> float:
    """Return its PSS, and by how much more it had in memory at its peak, so that none is missed."""
    status = _figures(process, "status")
    return memory(process) + status.get("VmHWM", 0.0) - status.get("VmRSS", 0.0)


def children(process: str) -> list[str]:
    """Return the ids of the processes that any thread of a process has begun and that still run."""
    found: list[str] = []
    for thread in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # it has just ended
            found += thread.read_text().split()
    return found


def _figures(process: str, name: str) -> dict[str, float]:
    """Return the figures of a file of /proc, in MB."""
    try:
        lines = Path(f"/proc/{process}/{name}").read_text().splitlines()
    except OSError:  # it has just ended
        return {}
    words = [line.split() for line in lines if line.endswith(" kB")]
    return {line[0].rstrip(":"): int(line[1]) / 1024 for line in words}
