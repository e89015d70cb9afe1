"""Workers killed, and the server restarted under load: what was accepted is there, once."""

import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from dev.attack.server import PATIENCE, WORKERS, Server
from dev.attack.table import Row
from upendo.inbox.tests.factories import letter_data

KILLS, RESTARTS = 60, 10
WRITERS, READERS = 3, 3
UNDER_LOAD = 0.5  # seconds before each blow


@dataclass
class Load:
    """What the clients of a drill saw."""

    accepted: list[str] = field(default_factory=list)
    given_up: list[str] = field(default_factory=list)
    read: int = 0
    broken: list[str] = field(default_factory=list)  # answers that ended too early, or with 5xx


def drill(server: Server) -> list[Row]:
    """Kill sixty workers, then restart ten times."""
    server.services.postgres.rows("TRUNCATE inbox_letter CASCADE")
    with _load(server) as killing:
        for number in range(KILLS):
            _kill_a_worker(server, number)
    with _load(server) as restarting:
        for _ in range(RESTARTS):
            time.sleep(UNDER_LOAD)
            server.stop()
            server.start()
    return [
        Row("workers killed", KILLS, 0),
        *_letters(server, "letters meanwhile", killing, []),
        Row("restarts with SIGTERM under load", RESTARTS, 0),
        *_letters(server, "letters meanwhile", restarting, killing.accepted),
        Row(
            "pages meanwhile, whole or not begun",
            restarting.read,
            len(restarting.broken),
            "; ".join(restarting.broken[:3]),
        ),
    ]


def _letters(server: Server, what: str, load: Load, before: list[str]) -> list[Row]:
    """Compare what was said to be accepted with what is stored."""
    stored = server.letters.letters()
    mine = {path: counts for path, counts in stored.items() if path in set(load.accepted)}
    lost = len(load.accepted) - len(mine) + len(load.given_up)
    twice = sum(counts[0] != 1 for counts in mine.values())
    note = f"{twice} twice" + (f"; {load.given_up[0]}" if load.given_up else "")
    return [Row(what, len(load.accepted), lost + twice, note)]


def _kill_a_worker(server: Server, number: int) -> None:
    end = time.monotonic() + PATIENCE
    while len(server.workers()) < WORKERS and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(UNDER_LOAD)
    workers = server.workers()
    with suppress(ProcessLookupError):
        os.kill(workers[number % len(workers)], signal.SIGKILL)


@contextmanager
def _load(server: Server) -> Iterator[Load]:
    """Have letters written and pages read until the block ends."""
    load, over = Load(), threading.Event()
    tasks: list[Callable[[], None]] = [lambda: _write(server, load, over)] * WRITERS
    tasks += [lambda: _read(server, load, over)] * READERS
    threads = [threading.Thread(target=task) for task in tasks]
    for thread in threads:
        thread.start()
    try:
        yield load
    finally:
        over.set()
        for thread in threads:
            thread.join()


def _write(server: Server, load: Load, over: threading.Event) -> None:
    """Send letters as devices do: each again until it is taken."""
    number = 0
    while not over.is_set():
        number += 1
        data = letter_data(code=f"JAR{number % 50}", message=f"Letter {number}.")
        end = time.monotonic() + PATIENCE
        status, answer = server.letters.post(data)
        while status != 201 and time.monotonic() < end:
            time.sleep(0.1)
            status, answer = server.letters.post(data)
        if status == 201:
            load.accepted.append(str(answer["path"]))
        else:
            load.given_up.append(f"{status}: {answer}")
        time.sleep(0.1)  # a database of this size takes so many letters in an hour


def _read(server: Server, load: Load, over: threading.Event) -> None:
    """Read pages; what has not begun is asked for again, what has begun must come whole."""
    request = server.door.request("GET", "/app/JAR1/menu", "Connection: close")
    while not over.is_set():
        answer = b""
        try:
            with socket.create_connection(("127.0.0.1", server.port), timeout=20) as client:
                client.sendall(request)
                while data := client.recv(65536):
                    answer += data
        except OSError:
            time.sleep(0.05)
        if answer:
            load.read += 1
            if problem := _problem(answer):
                load.broken.append(problem)


def _problem(answer: bytes) -> str:
    head, _, body = answer.partition(b"\r\n\r\n")
    lengths = [line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    if not head.startswith(b"HTTP/1.1 200 ") or not lengths:
        return head[:60].decode(errors="replace")
    missing = int(lengths[0].split(b":")[1]) - len(body)
    return f"{missing} bytes are missing" if missing else ""
