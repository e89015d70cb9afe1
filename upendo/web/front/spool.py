"""Bytes that wait between a client and the application."""

from os import SEEK_END
from tempfile import TemporaryFile
from typing import IO

IN_MEMORY = 32 * 1024  # bytes of a request or an answer; the rest lies in a temporary file
PIECE = 64 * 1024  # bytes moved at once


class Spool:
    """Bytes that wait, first in, first out: few in memory, many in a temporary file."""

    def __init__(self) -> None:
        self._memory = bytearray()
        self._file: IO[bytes] | None = None
        self._read = 0
        self.size = 0  # bytes not yet dropped

    def close(self) -> None:
        """Throw away what waits."""
        if self._file:
            self._file.close()
        self._memory, self._file = bytearray(), None
        self._read = self.size = 0

    def add(self, data: bytes | bytearray) -> None:
        if not self._file and len(self._memory) + len(data) > IN_MEMORY:
            self._file = TemporaryFile()  # noqa: SIM115 - closed with its owner
            self._file.write(self._memory)
            self._memory = bytearray()
        if self._file:
            self._file.seek(0, SEEK_END)
            self._file.write(data)
        else:
            self._memory += data
        self.size += len(data)

    def peek(self) -> bytes:
        """Return the first of what waits."""
        return self._at(PIECE)

    def take(self, most: int) -> bytes:
        data = self._at(most)
        self.drop(len(data))
        return data

    def drop(self, count: int) -> None:
        self._read += count
        self.size -= count
        if not self.size:
            self.close()

    def _at(self, most: int) -> bytes:
        if self._file:
            self._file.seek(self._read)
            return self._file.read(most)
        return bytes(self._memory[self._read : self._read + most])
