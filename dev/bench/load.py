"""Asks a server on this machine for one address again and again, over a few connections.

It needs little of the processor, since it shares the machine with the server that it measures.
"""

import selectors
import socket
import statistics
import time
from dataclasses import dataclass, field

CONNECTIONS = 16


@dataclass(frozen=True)
class Result:
    """Answers a second, and the time of an answer in milliseconds."""

    rate: float
    median: float
    p99: float


def measure(port: int, path: str, seconds: float) -> Result:
    """Ask 127.0.0.1 for one path for so many seconds, over CONNECTIONS keep-alive connections.

    Raises SystemExit when an answer is not 200, since the figures would then mean nothing.
    """
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\n\r\n".encode()
    with selectors.DefaultSelector() as selector:
        for _ in range(CONNECTIONS):
            asking = _Connection(port, request)
            selector.register(asking.channel, selectors.EVENT_READ, asking)
            asking.ask()
        times: list[float] = []
        start = time.perf_counter()
        while time.perf_counter() < start + seconds:
            for key, _ in selector.select(timeout=1):
                connection: _Connection = key.data
                if connection.receive():
                    times.append(time.perf_counter() - connection.asked_at)
                    connection.ask()
        took = time.perf_counter() - start
        for key in list(selector.get_map().values()):
            key.data.channel.close()
    return Result(
        rate=len(times) / took,
        median=statistics.median(times) * 1000,
        p99=statistics.quantiles(times, n=100)[98] * 1000,
    )


@dataclass
class _Connection:
    port: int
    request: bytes
    asked_at: float = 0
    received: bytes = b""
    channel: socket.socket = field(init=False)

    def __post_init__(self) -> None:
        self.channel = socket.create_connection(("127.0.0.1", self.port), timeout=10)

    def ask(self) -> None:
        self.received = b""
        self.asked_at = time.perf_counter()
        self.channel.sendall(self.request)

    def receive(self) -> bool:
        """Take in what has arrived; return whether the answer is complete."""
        self.received += self.channel.recv(65536)
        head, separator, body = self.received.partition(b"\r\n\r\n")
        if not separator:
            return False
        status, *headers = head.split(b"\r\n")
        if b" 200 " not in status:
            raise SystemExit(f"The server answered: {status.decode()}")
        lengths = [line[15:] for line in headers if line.lower().startswith(b"content-length:")]
        return len(body) >= int(lengths[0])
