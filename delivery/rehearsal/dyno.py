"""A small dyno on this machine: its environment, its memory, and a day of readers."""

import os
import re
import shlex
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from delivery.rehearsal.memory import bounded, used

HOST = "honey.example"
MEGABYTES = 512
# As the host and its Python buildpack set them (`vendor/` in heroku-buildpack-python, August 2026).
ENVIRONMENT = {
    "DYNO": "web.1",
    "WEB_CONCURRENCY": "2",
    "GUNICORN_CMD_ARGS": "--access-logfile -",
    "FORWARDED_ALLOW_IPS": "*",
    "PYTHONUNBUFFERED": "true",
}
READERS_AT_ONCE = 4
# What the host's router adds, and what a client may say besides: neither moves the application.
HEADERS = {
    "Host": HOST,
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "192.0.2.1",
    "X-Forwarded-Port": "443",
    "Script-Name": "/elsewhere",
    "Script_Name": "/elsewhere",
}


@dataclass(frozen=True)
class Dyno:
    """A web process that answers on a port of its own."""

    port: int
    process: subprocess.Popen[bytes]

    def get(self, path: str) -> str:
        """Return a page as the host's router asks for it. Raises URLError for any but a 200."""
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=HEADERS)
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - loopback
            return str(answer.read(), "utf-8")

    def wait_until_healthy(self) -> None:
        """Return when /healthz answers 200, within 60 s as the host's boot limit has it."""
        end = time.monotonic() + 60
        while True:
            try:
                self.get("/healthz")
            except (URLError, ConnectionError) as error:
                if self.process.poll() is not None or time.monotonic() > end:
                    said = f"The web process did not become healthy: {error}"
                    raise RuntimeError(said) from error
                time.sleep(0.2)
            else:
                return

    def tell(self, codes: list[str]) -> tuple[int, int]:
        """Ask for each code's story once; return the megabytes used at first, and at most.

        Raises RuntimeError for the first story that does not come.
        """
        first = most = used(self.process.pid)
        with ThreadPoolExecutor(READERS_AT_ONCE) as readers:
            for number, fault in enumerate(readers.map(self._fault, codes), start=1):
                if fault:
                    raise RuntimeError(fault)
                if number % 25 == 0:
                    most = max(most, used(self.process.pid))
        return first, most

    def _fault(self, code: str) -> str | None:
        path = f"/app/{code}/menu"
        try:
            page = self.get(path)
        except (URLError, TimeoutError, ConnectionError) as error:
            return f"{path}: {error}"
        told = re.search(rf'"code": ?"{code}"', page)
        return None if told else f"{path}: the page does not tell the story of {code}"


@contextmanager
def running(line: str, app: Path, variables: Mapping[str, str]) -> Iterator[Dyno]:
    """Run the web line as a dyno does, then stop it as the host would.

    Raises RuntimeError when it does not become healthy, does not stop, or needed more memory than
    the kernel let it have.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**variables, **ENVIRONMENT, "PORT": str(port)}
    told = " ".join(f"{name}={shlex.quote(environment[name])}" for name in (*ENVIRONMENT, "PORT"))
    with bounded(MEGABYTES) as bound:
        print(f"$ {told} {line}", flush=True)
        held = "held to by the kernel" if bound.folder else "only measured on this machine"
        print(f"{MEGABYTES} MB of memory, {held}", flush=True)
        web = subprocess.Popen(  # noqa: S603 - the Procfile's
            ["sh", "-c", bound.entered(line)],  # noqa: S607 - the host's shell
            cwd=app,
            env=environment,
            start_new_session=True,
        )
        try:
            dyno = Dyno(port, web)
            dyno.wait_until_healthy()
            yield dyno
            stop(web)
            if kills := bound.kills():
                raise RuntimeError(f"{kills} processes needed more than {MEGABYTES} MB.")
        finally:
            end(web)


def stop(web: subprocess.Popen[bytes]) -> None:
    """Ask it to stop. Raises RuntimeError when it does not, or not well."""
    web.send_signal(signal.SIGTERM)
    try:
        code = web.wait(timeout=25)
    except subprocess.TimeoutExpired as error:
        raise RuntimeError("The web process did not stop within 25 s.") from error
    if code:
        raise RuntimeError(f"The web process stopped with exit code {code}.")


def end(web: subprocess.Popen[bytes]) -> None:
    """End it and its workers, whatever they do."""
    with suppress(ProcessLookupError):
        os.killpg(web.pid, signal.SIGKILL)
    web.wait()
