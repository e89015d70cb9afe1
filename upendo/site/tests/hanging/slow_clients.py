"""Clients that are slow: hundreds at once who mean harm, and honest ones on a bad line."""

import asyncio
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

PAUSE = 1.0  # seconds between two pieces of a slow client
PAGES = ["/app/JAR1/menu", "/api/v1/stories/JAR2/", "/robots.txt"]


@dataclass(frozen=True)
class Door:
    """Where the server listens."""

    host: str
    port: int

    async def open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection(self.host, self.port)

    def request(self, method: str, path: str, *headers: str) -> bytes:
        lines = (f"{method} {path} HTTP/1.1", f"Host: {self.host}:{self.port}", *headers)
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    async def get(self, path: str) -> tuple[int, float]:
        """Return the status and the seconds that a hurried reader waits for a whole answer."""
        began = time.monotonic()
        reader, writer = await self.open()
        try:
            writer.write(self.request("GET", path, "Connection: close"))
            answer = await reader.read()
        finally:
            writer.close()
        return int(answer.split(b" ", 2)[1]), time.monotonic() - began

    async def silent(self) -> None:
        """Connect and say nothing."""
        _, writer = await self.open()
        await held(writer)

    async def dripping_head(self) -> None:
        """Send a head without an end, a byte a second."""
        _, writer = await self.open()
        writer.write(self.request("GET", "/robots.txt")[:-2] + b"X-Slow: ")
        await dripped(writer, b"x")

    async def dripping_body(self) -> None:
        """Send half a letter, a byte a second."""
        _, writer = await self.open()
        form = ("Content-Type: application/json", "Content-Length: 3000")
        writer.write(self.request("POST", "/api/v1/letters/", *form))
        await dripped(writer, b" ")

    async def unread_answers(self, path: str) -> None:
        """Ask for much, and read none of it."""
        _, writer = await self.open()
        writer.transport.pause_reading()  # type: ignore[attr-defined]  # a socket's has it
        writer.write(self.request("GET", path) * 30)
        await held(writer)

    async def slowly(self, request: bytes, *, pieces: int, pause: float) -> bytes:
        """Send a request in pieces and return the answer, as a client on a bad line does."""
        reader, writer = await self.open()
        size = -(-len(request) // pieces)
        for start in range(0, len(request), size):
            writer.write(request[start : start + size])
            await writer.drain()
            await asyncio.sleep(pause)
        try:
            return await reader.read()
        finally:
            writer.close()


async def held(writer: asyncio.StreamWriter) -> None:
    """Hold a connection until cancelled."""
    try:
        await asyncio.Event().wait()
    finally:
        writer.transport.abort()


async def dripped(writer: asyncio.StreamWriter, piece: bytes) -> None:
    """Send a piece a second for as long as the server takes it."""
    try:
        while not writer.is_closing():
            writer.write(piece)
            await asyncio.sleep(PAUSE)
    finally:
        writer.transport.abort()


@asynccontextmanager
async def besieged(*clients: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Have all these clients at the door meanwhile."""
    tasks = [asyncio.create_task(client) for client in clients]
    await asyncio.sleep(2 * PAUSE)  # until they stand there, and have dripped
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def read_in_turn(door: Door, paths: list[str], seconds: float) -> list[tuple[int, float]]:
    """Read pages one after the other for some seconds, never waiting longer than 20 for one."""
    answers: list[tuple[int, float]] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for path in paths:
            try:
                answers.append(await asyncio.wait_for(door.get(path), 20))
            except (TimeoutError, OSError, IndexError):
                answers.append((0, 20.0))
    return answers


async def read_besieged(door: Door, seconds: float) -> list[tuple[int, float]]:
    """Read for some seconds while 200 silent clients and 220 slow ones stand at the door."""
    clients = [door.silent() for _ in range(200)]
    clients += [door.dripping_head() for _ in range(100)]
    clients += [door.dripping_body() for _ in range(100)]
    clients += [door.unread_answers(PAGES[0]) for _ in range(20)]
    async with besieged(*clients):
        return await read_in_turn(door, PAGES, seconds)
