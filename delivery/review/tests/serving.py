"""The application as gunicorn serves it, on a scratch database."""

import re
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

from delivery.review.tests.databases import Database


@dataclass(frozen=True)
class App:
    address: str

    def story(self, code: str) -> str:
        return self.get(f"/api/v1/stories/{code}/")

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=30) as answer:
            return str(answer.read(), "utf-8")

    @contextmanager
    def reading_all_the_while(self) -> Iterator[list[str]]:
        """Read the stories N1, N2, … into a list until the block ends; the cache knows none."""
        stories: list[str] = []
        stop = threading.Event()

        def read() -> None:
            for number in count(1):
                if stop.wait(0.02):
                    return
                try:
                    stories.append(re.sub(r'"N\d+"', '"CODE"', self.story(f"N{number}")))
                except OSError as error:
                    stories.append(f"failed: {error}")

        reader = threading.Thread(target=read)
        reader.start()
        try:
            yield stories
        finally:
            stop.set()
            reader.join()


@contextmanager
def serving(database: Database, **environ: str) -> Iterator[App]:
    """Run one worker until the block ends."""
    # Handed to the server: a port that is only known to be free may be another server's by then.
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        app = App(f"http://127.0.0.1:{place.getsockname()[1]}")
        command = ("-m", "upendo.serve", "--bind", f"fd://{place.fileno()}")
        server = subprocess.Popen(
            **database.command(*command, WEB_CONCURRENCY="1", **environ),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            pass_fds=[place.fileno()],
        )
    try:
        end = time.monotonic() + 60
        while not answers(app):
            assert server.poll() is None, server.communicate()
            assert time.monotonic() < end, "the app did not answer for 60 s"
            time.sleep(0.1)
        yield app
    finally:
        server.terminate()
        server.communicate()


def answers(app: App) -> bool:
    try:
        return '"ok"' in app.get("/healthz")
    except OSError:
        return False
