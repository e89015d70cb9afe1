"""The server that benchmarks measure: gunicorn as in production, on the browser tests' database."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def serving(port: int, *options: str) -> Iterator[int]:
    """Serve the demonstration stories on 127.0.0.1 while the block runs; yields the process's id.

    They are there already: see dev.browser_tests.server.prepare. The options are gunicorn's. Raises
    SystemExit when the server does not answer in time.
    """
    server = subprocess.Popen(  # noqa: S603 - our own server
        [
            sys.executable, "-m", "upendo.serve", "--bind", f"127.0.0.1:{port}",
            "--log-level", "error", "--env", "DJANGO_SETTINGS_MODULE=dev.bench.settings", *options,
        ],
    )  # fmt: skip
    try:
        _wait_until_up(port)
        yield server.pid
    finally:
        server.terminate()
        server.wait()


def _wait_until_up(port: int) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The server does not answer. Its messages above say why.")
