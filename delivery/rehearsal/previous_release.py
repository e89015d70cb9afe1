"""Runs the previous release's own tests against this commit's schema.

    python -m delivery.rehearsal.previous_release [TAG]

While a release is deployed, and after a rollback, the code before runs on the schema after; a
migration that breaks it must wait a release (docs/deployment.md, expand and contract). TAG is by
default the last v* tag before this commit; without one there is nothing to protect yet. Exit codes:
0 the previous code works, or there is none; else that of its tests.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from delivery import PROJECT
from delivery.rehearsal.scratch_database import scratch_database

LAST_TAG = ["git", "describe", "--tags", "--abbrev=0", "--match", "v*", "HEAD^"]
NAME = "upendo_previous"


def main(tag: str = "") -> int:
    """Migrate a database with this code, test the previous code on it, return the exit code."""
    tag = tag or run(LAST_TAG, PROJECT, capture_output=True).stdout.decode().strip()
    if not tag:
        print("No release before this commit; no previous code to protect.")
        return 0
    with tempfile.TemporaryDirectory(prefix="upendo-previous-") as folder:
        previous = Path(folder)
        archive = run(["git", "archive", tag], PROJECT, check=True, capture_output=True)
        run(["tar", "-x"], previous, check=True, input=archive.stdout)
        # With its own packages and its own built pages, as it runs in production.
        run(["make", "staticfiles/.collected"], previous, check=True, env=_without_make())
        print(f"The tests of {tag} on this commit's schema:", flush=True)
        return compare(previous)


def compare(previous: Path) -> int:
    """Return the exit code of the previous code's tests on a schema made by this code."""
    # The test runner puts test_ before the name, and keeps a database that exists.
    with scratch_database(NAME) as url, scratch_database(f"test_{NAME}") as tested:
        release = [sys.executable, "-m", "delivery.release"]
        run(release, PROJECT, check=True, env=os.environ | {"DATABASE_URL": tested})
        tests = [".venv/bin/python", "-m", "pytest", "--reuse-db", "--quiet", "upendo"]
        return run(tests, previous, env=_without_make() | {"DATABASE_URL": url}).returncode


def _without_make() -> dict[str, str]:
    """Return the environment without what a make that started this says to one below it."""
    return {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}


def run(
    command: list[str], folder: Path, *, check: bool = False, **options: Any
) -> subprocess.CompletedProcess[bytes]:
    """Run a command in a folder."""
    return subprocess.run(command, cwd=folder, check=check, **options)  # noqa: S603 - ours


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
