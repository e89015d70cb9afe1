"""Runs a command with CHROMIUM set to a browser for tests, which is installed if need be.

A headless shell is taken first, Playwright's own or the system's: it draws the same pages with half
the processor time, since it has no window with buttons of its own to draw. As root on Debian it is
installed; a whole Chromium does as well.
Without a command it only makes sure that there is one. E2E_PORT is a free port unless it is set.

It needs nothing but Python itself, so that it can be asked before anything is installed.
"""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCAL = Path(__file__).resolve().parent.parent / ".local"
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Where Playwright keeps its own, in its folder.
PATTERNS = (
    "chromium_headless_shell-*/*/*headless*shell",
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*/*/*/Chromium",
)
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
HOW_TO_INSTALL = (
    f"Install one (apt install {SHELL}, brew install --cask chromium, or npx playwright install "
    "--with-deps chromium), or set CHROMIUM to its path."
)


class NoBrowserError(Exception):
    """There is no browser that starts; the message says why and what to do."""


def find_chromium() -> str | None:
    """Return the path of a Chromium on this machine."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    folders = [Path.home() / ".cache/ms-playwright", Path.home() / "Library/Caches/ms-playwright"]
    for pattern in PATTERNS:
        for folder in folders:
            if found := sorted(folder.glob(pattern)):
                return str(found[-1])
    system = next((path for name in NAMES if (path := shutil.which(name))), None)
    return system or (str(MAC) if MAC.exists() else None)


def provide_chromium() -> str:
    """Return the path of a Chromium that starts, installed if need be.

    Raises NoBrowserError.
    """
    chromium = find_chromium()
    is_chosen = os.environ.get("CHROMIUM")
    if not (is_chosen or _is_shell(chromium)) and os.geteuid() == 0 and shutil.which("apt-get"):
        _install_shell()
        chromium = find_chromium()
    if chromium is None:
        raise NoBrowserError(
            "Browser tests need Chromium. None was found, and without root and apt-get none can be "
            f"installed by itself. {HOW_TO_INSTALL}"
        )
    try:
        subprocess.run([chromium, "--version"], check=True, capture_output=True, text=True)  # noqa: S603 - a browser
    except OSError as error:
        raise NoBrowserError(f"The browser does not start: {error}. {HOW_TO_INSTALL}") from error
    except subprocess.CalledProcessError as error:
        raise NoBrowserError(
            f"{chromium} does not start: {error.stderr.strip()}\n{HOW_TO_INSTALL}"
        ) from error
    return chromium


def _is_shell(chromium: str | None) -> bool:
    return chromium is not None and "shell" in Path(chromium).name


def _install_shell() -> None:
    """Try to; where Debian cannot be reached, a whole Chromium may be there."""
    print("No headless Chromium found; installing Debian's…", flush=True)
    unattended = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    patience = ("-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=15")
    for step in (["update", "-qq"], ["install", "-y", "-qq", SHELL]):
        command = ["apt-get", *patience, *step]
        if code := subprocess.run(command, check=False, env=unattended).returncode:  # noqa: S603 - apt
            print(f"apt-get {step[0]} ended with {code}; no headless shell is installed.")
            return


def main() -> int:
    """Run the command given as arguments; return its exit code."""
    try:
        chromium = provide_chromium()
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    command = sys.argv[1:]
    if not command:
        return 0
    with _only_run():
        environment = {"E2E_PORT": free_port()} | os.environ | {"CHROMIUM": chromium}
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 - what the caller asked for


@contextmanager
def _only_run() -> Iterator[None]:
    """Wait for another run of this checkout: they have one database and one folder of results."""
    LOCAL.mkdir(exist_ok=True)
    with (LOCAL / "browser.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Browser tests of this checkout are running; waiting for them…", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def free_port() -> str:
    """Return a port of this machine that is free, as the next one is: the mailbox listens there."""
    while True:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = int(server.getsockname()[1])
            try:
                socket.create_server(("127.0.0.1", port + 1)).close()
            except (OSError, OverflowError):
                continue
        return str(port)


if __name__ == "__main__":
    sys.exit(main())
