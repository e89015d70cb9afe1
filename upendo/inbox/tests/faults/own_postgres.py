"""A PostgreSQL of the test's own, which it can stop without taking it from anybody else."""

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import psycopg2

from dev.postgres import PASSING, Cluster


class OwnPostgres(Cluster):
    """A server that can be stopped on the spot, and comes back under the same address."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, PASSING)
        self._prepare()
        self.come_back()
        self.url = self._checked_url()

    @cached_property
    def options(self) -> str:
        return super()._options()

    def _options(self) -> str:
        return self.options

    def crash(self) -> None:
        self._pg_ctl("stop", "-m", "immediate")

    def come_back(self) -> None:
        self._pg_ctl("start", "-w", "-l", str(self.log), "-o", self.options)

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """Stop every process of the server meanwhile: it accepts connections and says nothing."""
        master = (self.data / "postmaster.pid").read_text().split()[0]
        children = Path(f"/proc/{master}/task/{master}/children")
        os.kill(int(master), signal.SIGSTOP)  # so that there are no more children afterwards
        stopped = [int(pid) for pid in (master, *children.read_text().split())]
        for pid in stopped:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in stopped:
                os.kill(pid, signal.SIGCONT)

    @contextmanager
    def locked(self, table: str) -> Iterator[None]:
        """Keep everybody from a table meanwhile."""
        with self._cursor() as cursor:
            cursor.execute(f"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
            yield

    def remove(self) -> None:
        self.crash()
        shutil.rmtree(self.home)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        with self._cursor() as cursor:
            cursor.execute(sql)
            return list(cursor.fetchall()) if cursor.description else []

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        connection = psycopg2.connect(self.url)
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                yield cursor
        finally:
            connection.close()
