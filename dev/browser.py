"""Runs a command with CHROMIUM set to a browser for tests, which is installed if need be.

Playwright's own Chromium is taken first, then the system's; as root on Debian it is installed.
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
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
HOW_TO_INSTALL = (
    "Install one (apt install chromium, brew install --cask chromium, or npx playwright install "
    "--with-deps chromium), or set CHROMIUM to its path."
)


class NoBrowserError(Exception):
    """There is no browser that starts; the message says why and what to do."""


def find_chromium() -> str | None:
    """Return the path of a Chromium on this machine."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    folders = [Path.home() / ".cache/ms-playwright", Path.home() / "Library/Caches/ms-playwright"]
    for folder in folders:
        for pattern in ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*/*/*/Chromium"):
            if found := sorted(folder.glob(pattern)):
                return str(found[-1])
    system = next((path for name in NAMES if (path := shutil.which(name))), None)
    return system or (str(MAC) if MAC.exists() else None)


def provide_chromium() -> str:
    """Return the path of a Chromium that starts, installed if need be.

    Raises NoBrowserError.
    """
    chromium = find_chromium()
    if chromium is None and os.geteuid() == 0 and shutil.which("apt-get"):
        _install_chromium()
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


def _install_chromium() -> None:
    print("No Chromium found; installing Debian's…", flush=True)
    unattended = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
        try:
            subprocess.run(["apt-get", *command], check=True, env=unattended)  # noqa: S603, S607 - apt
        except subprocess.CalledProcessError as error:
            raise NoBrowserError(
                f"Debian's Chromium was not installed. {HOW_TO_INSTALL}"
            ) from error


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
