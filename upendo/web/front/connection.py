"""One client's connection: its request is collected here, and its answer waits here to be taken."""

import errno
import re
import time
from contextlib import suppress
from socket import SHUT_WR, socket
from typing import Any

from gunicorn.http import get_parser

from upendo.web.front.spool import PIECE, Spool

LARGEST_HEAD = 32 * 1024  # bytes
LARGEST_BODY = 64 * 1024 * 1024  # bytes; a form of several pictures
MOST_OWED = 128 * 1024 * 1024  # bytes of an answer that its client does not take

# A client has these seconds for each step, and another one for each SLOWEST bytes that it moves.
HEAD_SECONDS = 20
BODY_SECONDS = 60
ANSWER_SECONDS = 60
LEAVING_SECONDS = 2
SLOWEST = 1000

_LENGTH = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r\n", re.IGNORECASE)
_CHUNKED = re.compile(rb"\r\ntransfer-encoding[ \t]*:", re.IGNORECASE)
_EXPECTS = re.compile(rb"\r\nexpect:[ \t]*100-continue[ \t]*\r\n", re.IGNORECASE)


class RefusedError(Exception):
    """The request is not read any further; the message is the status line's end."""


class Connection:
    """A connection that never blocks, in the shape that gunicorn's thread worker expects.

    How long a request is, is only guessed here: gunicorn's own parser then reads what was
    collected, and finds the end of the data where the guess was too short.
    """

    # gunicorn has nothing to wait for, and speaks HTTP/1.1.
    initialized = data_ready = True
    is_http2 = False

    def __init__(self, config: Any, opened: socket, client: Any, server: Any) -> None:
        opened.setblocking(False)
        self.socket = opened
        self.client = client
        self.server = server
        self.sock = Collected(self)
        self.parser: Any = None
        self.kept = False
        self._config = config
        self._arrived = bytearray()
        self._owed = Spool()
        self._next_request()
        self.begin(HEAD_SECONDS)

    def init(self) -> None:
        """Do nothing: gunicorn would set a fresh connection up here."""

    def begin(self, seconds: float) -> None:
        """Begin a step that may take this long, and longer if enough bytes are moved."""
        self.deadline = time.monotonic() + seconds

    @property
    def held(self) -> int:
        """How many bytes this connection keeps waiting."""
        return len(self._arrived) + self.request.size + self._owed.size

    @property
    def asks_for_health(self) -> bool:
        """Whether this is the host's question if the application works."""
        return self.head.split(b" ", 2)[1:2] == [b"/healthz"]

    def receive(self) -> bool:
        """Take what has arrived; return whether a whole request has.

        Raises RefusedError for a request that is too large, ConnectionError at the client's end.
        """
        data = self.socket.recv(PIECE)
        if not data:
            raise ConnectionAbortedError
        if not self.head and not self._arrived:
            self.begin(HEAD_SECONDS)
        self.deadline += len(data) / SLOWEST if self.head else 0
        self._arrived += data
        return self.sort()

    def sort(self) -> bool:
        """Sort what has arrived into head and body; return whether the request is whole."""
        if not self.head and not self._take_head():
            return False
        body = self._arrived[: self._missing]
        del self._arrived[: len(body)]
        self.request.add(body)
        self._missing -= len(body)
        return not self._missing

    def _take_head(self) -> bool:
        end = self._arrived.find(b"\r\n\r\n") + 4
        if max(end, len(self._arrived) if end < 4 else 0) > LARGEST_HEAD:
            raise RefusedError("431 Request Header Fields Too Large")
        if end < 4:
            return False
        self.head = bytes(self._arrived[:end])
        del self._arrived[:end]
        self.request.add(self.head)
        if _CHUNKED.search(self.head):
            raise RefusedError("411 Length Required")
        length = _LENGTH.search(self.head)
        self._missing = int(length[1]) if length else 0
        if self._missing > LARGEST_BODY:
            raise RefusedError("413 Content Too Large")
        if self._missing > len(self._arrived) and _EXPECTS.search(self.head):
            self.answer(b"HTTP/1.1 100 Continue\r\n\r\n")
        self.begin(BODY_SECONDS)
        return True

    def hand_over(self) -> None:
        """Make the whole request ready for gunicorn's parser."""
        self.parser = get_parser(self._config, self.sock, self.client)

    def answer(self, data: bytes) -> None:
        """Send as much as the client takes now, and keep the rest.

        Raises BrokenPipeError when it has left, or leaves too much to be kept.
        """
        if self.send() and data:
            with suppress(BlockingIOError):
                data = data[self.socket.send(data) :]
        if self._owed.size > MOST_OWED:
            raise BrokenPipeError(errno.EPIPE, "The client takes too little of a large answer.")
        self._owed.add(data)

    def send(self) -> bool:
        """Send what the client takes of what it is owed; return whether that is all."""
        while data := self._owed.peek():
            try:
                sent = self.socket.send(data)
            except BlockingIOError:
                return False
            self._owed.drop(sent)
            self.deadline += sent / SLOWEST
        return True

    def next(self) -> None:
        """Begin to wait for the client's next request."""
        self.request.close()
        self._next_request()
        self.begin(HEAD_SECONDS if self._arrived else self._config.keepalive)

    def _next_request(self) -> None:
        self.head = b""
        self.request = Spool()
        self._missing = 0

    def leave(self) -> None:
        """Tell the client that nothing follows; what it still sends is to be thrown away.

        Closed at once, the connection would be reset, and the answer's end be lost.
        """
        self.socket.shutdown(SHUT_WR)
        self.begin(LEAVING_SECONDS)

    def close(self) -> None:
        self.request.close()
        self._owed.close()
        self.socket.close()


class Collected:
    """What gunicorn takes for the client's socket: a whole request to read, and room to write."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def recv(self, most: int) -> bytes:
        return self._connection.request.take(most)

    def sendall(self, data: bytes) -> None:
        self._connection.answer(data)

    def send(self, data: bytes) -> int:
        """Say nothing: gunicorn would say 100 Continue, which is done when it is of use."""
        return len(data)

    def gettimeout(self) -> float:
        return 0.0

    def settimeout(self, seconds: float | None) -> None:
        """Do nothing: nothing here blocks."""

    def setblocking(self, flag: bool) -> None:
        """Do nothing: nothing here blocks."""

    def shutdown(self, how: int) -> None:
        """Do nothing: the front ends the connection when the answer is sent."""

    def close(self) -> None:
        """Do nothing: the front ends the connection when the answer is sent."""
