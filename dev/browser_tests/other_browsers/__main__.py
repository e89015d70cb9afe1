"""Walks all pages, types a code, hears and sends a letter and reads offline in Debian's browsers.

python -m dev.browser_tests.other_browsers [firefox] [webkit]
"""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from selenium.webdriver.remote.webdriver import WebDriver

from dev.browser import free_port
from dev.browser_tests.other_browsers.browsers import MissingBrowserError, firefox, webkit
from dev.browser_tests.other_browsers.line import Line
from dev.browser_tests.other_browsers.reader import Reader

BROWSERS: dict[str, Callable[[], AbstractContextManager[WebDriver]]] = {
    "firefox": firefox,
    "webkit": webkit,
}
START_SECONDS = 900  # the server first draws all pictures of the demonstration


def main() -> int:
    """Return 1 if a browser is missing or something in one of them is not as it should be."""
    chosen = sys.argv[1:] or list(BROWSERS)
    try:
        with _server() as port:
            for name in chosen:
                _try_out(name, Line(port))
            if "firefox" in chosen:
                _try_without_scripts(Line(port))
    except MissingBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _try_out(name: str, line: Line) -> None:
    with BROWSERS[name]() as driver:
        told = driver.capabilities
        print(f"{told['browserName']} {told.get('browserVersion', '')}", flush=True)
        reader = Reader(driver, line)
        steps = (
            reader.walk,
            reader.compare,
            reader.see_map,
            reader.hear,
            reader.type_code,
            reader.write,
            reader.read_offline,
        )
        for step in steps:
            began = time.monotonic()
            step()
            print(f"  {step.__name__} ({time.monotonic() - began:.0f} s)", flush=True)


def _try_without_scripts(line: Line) -> None:
    with firefox(scripts=False) as driver:
        Reader(driver, line).write(taken_over=False)
        print("  write, without JavaScript", flush=True)


@contextmanager
def _server() -> Iterator[int]:
    """Serve the demonstration for as long as it is needed."""
    port = int(os.environ.get("E2E_PORT") or free_port())
    command = [sys.executable, "-m", "dev.browser_tests.server", str(port)]
    with subprocess.Popen(command) as server:  # noqa: S603 - ours
        try:
            _wait_for(f"http://127.0.0.1:{port}/healthz", server)
            yield port
        finally:
            server.send_signal(signal.SIGTERM)


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310 - ours
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise RuntimeError("The server did not start; what it said stands above.")


if __name__ == "__main__":
    sys.exit(main())
