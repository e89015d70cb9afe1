"""A real SMTP server on loopback, which can be told to misbehave."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.controller import Controller


class Mailbox:
    """Keeps what it is given; the answers after RCPT and DATA can be told."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.received: list[bytes] = []
        self.recipients = "250 OK"
        self.data = "250 OK"

    async def handle_RCPT(  # noqa: N802 - the library's name
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if self.recipients.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.recipients

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.received.append(envelope.content)
        if self.data == "hang up":
            server.transport.abort()
        if self.data == "hang":
            await asyncio.sleep(5)
        return self.data


@contextmanager
def open_mailbox() -> Iterator[Mailbox]:
    """Serve a mailbox until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    mailbox = Mailbox(port)
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()
