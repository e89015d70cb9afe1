"""Asks a server on this machine for addresses, over a few connections at once.

It needs little of the processor, since it shares the machine with the server that it measures.
"""

import selectors
import socket
import statistics
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import count, islice

CONNECTIONS = 16
# Each request comes from another network, where the server believes proxies: none is throttled.
_networks = (f"10.{number >> 8 & 255}.{number & 255}.1" for number in count())


@dataclass(frozen=True)
class Result:
    """Answers a second, and the time of an answer in milliseconds."""

    rate: float
    median: float
    p99: float


def measure(port: int, paths: Iterable[str], status: int = 200) -> Result:
    """Ask 127.0.0.1 for each path once, over CONNECTIONS keep-alive connections.

    Raises SystemExit when an answer has another status, since the figures would mean nothing.
    """
    left = iter(paths)
    times: list[float] = []
    start = time.perf_counter()
    with selectors.DefaultSelector() as selector:
        for path in islice(left, CONNECTIONS):
            asking = _Connection(port, f" {status} ".encode())
            selector.register(asking.channel, selectors.EVENT_READ, asking)
            asking.ask(path)
        while selector.get_map():
            for key, _ in selector.select(timeout=1):
                connection: _Connection = key.data
                if not connection.receive():
                    continue
                times.append(time.perf_counter() - connection.asked_at)
                if following := next(left, None):
                    connection.ask(following)
                else:
                    selector.unregister(connection.channel)
                    connection.channel.close()
    return Result(
        rate=len(times) / (time.perf_counter() - start),
        median=statistics.median(times) * 1000,
        p99=statistics.quantiles(times, n=100)[98] * 1000,
    )


@dataclass
class _Connection:
    port: int
    status: bytes
    asked_at: float = 0
    received: bytes = b""
    channel: socket.socket = field(init=False)

    def __post_init__(self) -> None:
        self.channel = socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def ask(self, path: str) -> None:
        self.received = b""
        self.asked_at = time.perf_counter()
        self.channel.sendall(
            f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\n"
            f"X-Forwarded-For: {next(_networks)}\r\n\r\n".encode()
        )

    def receive(self) -> bool:
        """Take in what has arrived; return whether the answer is complete."""
        self.received += self.channel.recv(65536)
        head, separator, body = self.received.partition(b"\r\n\r\n")
        if not separator:
            return False
        status, *headers = head.split(b"\r\n")
        if self.status not in status:
            raise SystemExit(f"The server answered: {status.decode()}")
        lengths = [line[15:] for line in headers if line.lower().startswith(b"content-length:")]
        return len(body) >= int(lengths[0])
