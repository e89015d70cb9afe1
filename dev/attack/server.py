"""The application as production serves it, which drills attack, kill and restart."""

import asyncio
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress

from dev.attack.services import Services, free_port
from dev.postgres import PROJECT
from dev.processes import children, memory
from upendo.inbox.tests.faults.stack import Stack
from upendo.site.tests.hanging.slow_clients import Door
from upendo.site.tests.hanging.stack import fill

WORKERS = 2
PATIENCE = 300  # seconds for a start; a machine may be busy


class Server:
    """gunicorn with two workers; it knows the most memory that all its processes took together."""

    def __init__(self, services: Services, picture: str, session: str) -> None:
        self.services = services
        self.picture = picture
        self.session = session
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.door = Door("127.0.0.1", self.port)
        self.letters = Stack(self.address, services.folder, services.postgres, services.mailbox)
        self.most_memory = 0.0  # MB
        self._log = (services.folder / "log").open("w")
        self.start()
        threading.Thread(target=self._watch_memory, daemon=True).start()

    def start(self) -> None:
        """Start it, and wait until it tells a story."""
        options = ["--bind", f"127.0.0.1:{self.port}", "--workers", str(WORKERS)]
        self._process = subprocess.Popen(  # noqa: S603 - our own server
            [sys.executable, "-m", "upendo.serve", *options],
            cwd=PROJECT,
            stdout=self._log,
            stderr=self._log,
        )
        self.wait_until_up()

    def stop(self) -> None:
        """Ask it to stop, as a host does, and wait until it has."""
        self._process.send_signal(signal.SIGTERM)
        self._process.wait()

    def workers(self) -> list[int]:
        """Return the process ids of its workers."""
        return list(map(int, children(str(self._process.pid))))

    def wait_until_up(self) -> None:
        """Wait until it tells a story. Raises TimeoutError."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(OSError, IndexError):  # refused, or cut off
                if asyncio.run(self.door.get("/app/JAR1/menu"))[0] == 200:
                    return
            if self._process.poll() is not None:
                break
            time.sleep(0.1)
        raise TimeoutError(f"The server does not come up:\n{self.log()[-2000:]}")

    def log(self) -> str:
        """Return what it has written."""
        return (self.services.folder / "log").read_text()

    def _watch_memory(self) -> None:
        while True:
            workers = list(map(str, self.workers()))
            readers = [process for worker in workers for process in children(worker)]
            found = sum(map(memory, [str(self._process.pid), *workers, *readers]))
            self.most_memory = max(self.most_memory, found)
            time.sleep(0.3)


def filled(services: Services) -> Server:
    """Return the server with fifty codes, a picture and an editor."""
    return Server(services, **fill(services.environ))
