"""Runs a command with CHROMIUM set to a browser for tests, which is installed if need be.

Playwright's own Chromium is taken first, then the system's; as root on Debian it is installed.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


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


def install_chromium() -> None:
    """Install Debian's Chromium. Raises CalledProcessError when that fails."""
    print("No Chromium found; installing Debian's…", flush=True)
    unattended = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
        subprocess.run(["apt-get", *command], check=True, env=unattended)  # noqa: S603, S607 - apt


def main() -> int:
    """Run the command given as arguments; return its exit code."""
    chromium = find_chromium()
    if chromium is None and os.geteuid() == 0 and shutil.which("apt-get"):
        install_chromium()
        chromium = find_chromium()
    if chromium is None:
        print(
            "Browser tests need Chromium, and none was found. Install it (apt install chromium, "
            "brew install --cask chromium, or npx playwright install chromium), or set CHROMIUM "
            "to its path.",
            file=sys.stderr,
        )
        return 1
    command = subprocess.run(  # noqa: S603 - what the caller asked for
        sys.argv[1:], env=os.environ | {"CHROMIUM": chromium}, check=False
    )
    return command.returncode


if __name__ == "__main__":
    sys.exit(main())
