"""Uploads files, as a line names their field and their place: "picture /tmp/file".

For each it answers what became of it, seconds of a processor, and the most megabytes it took.
"""

import ctypes
import gc
import time
from collections.abc import Callable
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
    gc.collect()  # what the files before left behind is not this one's
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5")  # forgets the most memory so far
    begin = time.process_time()
    try:
        outcome, words = upload(client, field, content)
    except Exception as error:
        outcome, words = "broken", repr(error)[:300]
    return {
        "outcome": outcome,
        "words": words[-200:],
        "seconds": time.process_time() - begin,
        "megabytes": _most_memory(),
    }


def _most_memory() -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024


if __name__ == "__main__":
    answer_lines(_prepare)
