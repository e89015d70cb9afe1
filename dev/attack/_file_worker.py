"""Uploads files, as a line names their field and their place: "picture /tmp/file".

For each it answers what became of it, seconds of a processor, and the most megabytes it took, with
the process in which it was read.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from django.contrib.auth.models import User
from django.test import Client

from dev.attack._answering import answer_lines
from dev.attack._upload import upload


def _prepare() -> Callable[[str], object]:
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("attack", password=None))
    return partial(_try, client)


def _try(client: Client, line: str) -> dict[str, object]:
    field, _, place = line.partition(" ")
    content = Path(place).read_bytes()
    begin = _seconds()
    with _most_memory() as most:
        try:
            outcome, words = upload(client, field, content)
        except Exception as error:
            outcome, words = "broken", repr(error)[:300]
    return {
        "outcome": outcome,
        "words": words[-200:],
        "seconds": _seconds() - begin,
        "megabytes": max(most),
    }


def _seconds() -> float:
    """Return the seconds of a processor that this process took, and those that it has begun."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


@contextmanager
def _most_memory() -> Iterator[list[float]]:
    """Watch this process and those that it begins: what they take at most, in MB."""
    Path("/proc/self/clear_refs").write_text("5")  # forgets the most memory so far
    over, most = threading.Event(), [_memory("self")]

    def watch() -> None:
        while not over.wait(0.02):
            begun = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
            most.append(_memory("self") + sum(map(_memory_of_another, begun)))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield most
    finally:
        over.set()
        watcher.join()
        most.append(_memory("self"))


def _memory_of_another(process: str) -> float:
    """Return what a process has of its own: at its beginning it still is this one's double."""
    with suppress(OSError):
        if Path(f"/proc/{process}/cmdline").read_bytes() != Path("/proc/self/cmdline").read_bytes():
            return _memory(process)
    return 0.0


def _memory(process: str) -> float:
    lines: list[str] = []
    with suppress(OSError):  # it has just ended
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    answer_lines(_prepare)
