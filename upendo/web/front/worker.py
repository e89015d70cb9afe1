"""gunicorn's thread worker with a front: its threads get whole requests and wait for no client.

One loop collects requests and sends answers on, for hundreds of connections at once. It closes
those that are too slow, and the slowest when there are too many. docs/decisions/0013-… says why.
"""

import selectors
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from socket import socket
from typing import Any

from gunicorn.errors import ConfigError
from gunicorn.workers.gthread import STOP_KEEPALIVE_LINGER, ThreadWorker

from upendo.web.front.connection import ANSWER_SECONDS, Connection, RefusedError

MOST_HELD = 256 * 1024 * 1024  # bytes of all requests and answers that wait, mostly on the disk
REFUSAL = "HTTP/1.1 {}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class FrontWorker(ThreadWorker):  # type: ignore[misc]  # gunicorn ships no types
    """A worker whose threads are for work alone."""

    @classmethod
    def check_config(cls, cfg: Any, log: Any) -> None:
        """Refuse what the front would silently leave out."""
        if cfg.is_ssl:
            raise ConfigError("TLS ends at a proxy in front: unset certfile and keyfile.")
        super().check_config(cfg, log)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waiting: set[Connection] = set()
        self.tidied_at = 0.0

    def init_process(self) -> None:
        # A lane of its own: the host's question is answered though all threads wait.
        self.health = ThreadPoolExecutor(4, "health")
        super().init_process()

    def accept(self, listener: socket) -> None:
        """Let a client in, if need be in the place of the slowest."""
        try:
            opened, client = listener.accept()
        except (BlockingIOError, ConnectionAbortedError):  # another worker has it, or it is gone
            return
        except OSError:  # no file is free
            self._drop_slowest()
            return
        if self.nr_conns + 1 >= self.worker_connections:
            self._drop_slowest()
        self.nr_conns += 1
        connection = Connection(self.cfg, opened, client, listener.getsockname())
        self._when(connection, selectors.EVENT_READ, self._receive)

    def enqueue_req(self, connection: Connection) -> None:
        """Give a whole request to a thread."""
        connection.hand_over()
        lane = self.health if connection.asks_for_health else self.tpool
        work = lane.submit(self.handle, connection)
        work.add_done_callback(
            lambda done: self.method_queue.defer(self.finish_request, connection, done)
        )

    def finish_request(self, connection: Connection, work: "Future[bool]") -> None:
        """Send what is left of the answer, then wait for the next request or let the client go."""
        connection.kept = not work.cancelled() and not work.exception() and work.result()
        connection.begin(ANSWER_SECONDS)
        self._safely(self._send, connection)

    def _receive(self, connection: Connection) -> None:
        self._collect(connection, connection.receive)

    def _collect(self, connection: Connection, collect: Callable[[], bool]) -> None:
        try:
            whole = collect()
        except BlockingIOError:
            whole = False
        except RefusedError as refused:
            connection.answer(REFUSAL.format(refused).encode())
            connection.kept = False
            self._send(connection)
            return
        if whole:
            self.enqueue_req(connection)
        else:
            self._when(connection, selectors.EVENT_READ, self._receive)

    def _send(self, connection: Connection) -> None:
        if not connection.send():
            self._when(connection, selectors.EVENT_WRITE, self._send)
        elif not connection.kept:
            connection.leave()
            self._when(connection, selectors.EVENT_READ, self._throw_away)
        else:
            connection.next()
            self._collect(connection, connection.sort)
            if not self.alive:
                self._cap_keepalive(time.monotonic() + STOP_KEEPALIVE_LINGER)

    def _throw_away(self, connection: Connection) -> None:
        if not connection.socket.recv(65536):
            raise ConnectionAbortedError
        self._when(connection, selectors.EVENT_READ, self._throw_away)

    def _when(self, connection: Connection, ready: int, then: Callable[[Connection], None]) -> None:
        self.waiting.add(connection)
        self.poller.register(connection.socket, ready, partial(self._go_on, connection, then))

    def _go_on(self, connection: Connection, then: Callable[[Connection], None], _: Any) -> None:
        if connection in self.waiting:  # unless it was dropped in this same round
            self.waiting.remove(connection)
            self.poller.unregister(connection.socket)
            self._safely(then, connection)

    def _safely(self, then: Callable[[Connection], None], connection: Connection) -> None:
        try:
            then(connection)
        except OSError:  # the client has left, or no temporary file could be written
            self._drop(connection)

    def _drop(self, connection: Connection) -> None:
        if connection in self.waiting:
            self.waiting.remove(connection)
            self.poller.unregister(connection.socket)
        self.nr_conns -= 1
        connection.close()

    def _drop_slowest(self) -> None:
        if self.waiting:
            self._drop(min(self.waiting, key=lambda connection: connection.deadline))

    def murder_pending(self) -> None:
        """Close connections whose time is over, and the largest while they hold too much."""
        now = time.monotonic()
        if now < self.tidied_at + 1:
            return
        self.tidied_at = now
        for connection in [c for c in self.waiting if c.deadline < now]:
            self._drop(connection)
        held = sum(connection.held for connection in self.waiting)
        for connection in sorted(self.waiting, key=lambda connection: -connection.held):
            if held <= MOST_HELD:
                break
            held -= connection.held
            self._drop(connection)

    def _cap_keepalive(self, deadline: float) -> None:
        """Close connections that ask for nothing soon, when the worker stops."""
        for connection in self.waiting:
            if not connection.held and not connection.head:
                connection.deadline = min(connection.deadline, deadline)
