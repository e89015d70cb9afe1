"""The application as gunicorn serves it, in processes of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


@contextmanager
def serving(*options: str, log: Path, **environ: str) -> Iterator[str]:
    """Yield the server's address; what it writes goes into the log, the end of which is raised.

    The server is handed its port: one that is only known to be free may be another's by then.
    """
    with log.open("w") as output:
        with socket.socket() as place:
            place.bind(("127.0.0.1", 0))
            port = place.getsockname()[1]
            command = [sys.executable, "-m", "upendo.serve", "--bind", f"fd://{place.fileno()}"]
            server = subprocess.Popen(
                [*command, *options],
                env=os.environ | environ,
                cwd=settings.BASE_DIR,
                stdout=output,
                stderr=output,
                pass_fds=[place.fileno()],
            )
        try:
            _wait_until_bound(server, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _wait_until_bound(server: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    while server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            continue
        return
    raise AssertionError(log.read_text()[-2000:])
