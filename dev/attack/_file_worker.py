"""Uploads files, as a line names their field and their place: "picture /tmp/file".

For each it answers what became of it, seconds of a processor, and the most megabytes that this
process and the one in which the file was read took together, in memory of their own (PSS).
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
from dev.attack._upload import outcome, upload
from dev.processes import children, memory, peak


def _prepare() -> Callable[[str], object]:
    client = Client(raise_request_exception=False)
    client.force_login(User.objects.create_superuser("attack", password=None))
    return partial(_try, client)


def _try(client: Client, line: str) -> dict[str, object]:
    field, _, place = line.partition(" ")
    begin = _seconds()
    try:
        with _most_memory() as most:
            answer = upload(client, field, Path(place))
        seconds = _seconds() - begin
        state, words = outcome(field, answer)
    except Exception as error:
        seconds, state, words = _seconds() - begin, "broken", repr(error)[:300]
    return {
        "outcome": state,
        "words": words[-200:],
        "seconds": seconds,
        "megabytes": max(most),
        "afterwards": memory("self"),
    }


def _seconds() -> float:
    """Return the seconds of a processor that this process took, and those that it has begun."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


@contextmanager
def _most_memory() -> Iterator[list[float]]:
    """Watch this process and those that it begins: what they take together, in MB."""
    Path("/proc/self/clear_refs").write_text("5")  # forgets the most memory so far
    over, most = threading.Event(), [peak("self")]

    def watch() -> None:
        while not over.wait(0.02):
            most.append(peak("self") + sum(map(_peak_of_another, children("self"))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield most
    finally:
        over.set()
        watcher.join()
        most.append(peak("self"))


def _peak_of_another(process: str) -> float:
    """Return what a process has of its own: at its beginning it still is this one's double."""
    with suppress(OSError):
        if Path(f"/proc/{process}/cmdline").read_bytes() != Path("/proc/self/cmdline").read_bytes():
            return peak(process)
    return 0.0


if __name__ == "__main__":
    answer_lines(_prepare)
