"""Rehearses migrations on a backup, and reports how long they take and what they lock.

    python -m delivery.rehearsal.migration BACKUP
    python -m delivery.rehearsal.migration --newest

BACKUP is a file of `pg_dump --format=custom`; --newest fetches production's newest backup from the
host (settings as `delivery.promote`). It is restored into a scratch database, where this commit's
release phase runs, with the host's own limits. Nothing else is touched, and the copy is deleted at
the end: it holds readers' letters. Exit codes: 0 the release phase succeeded; 1 it failed; 2 there
is no backup to be had.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from delivery import PROJECT
from delivery.rehearsal import dumps
from delivery.rehearsal.locks import Watch
from delivery.rehearsal.scratch_database import scratch_database
from delivery.run.outcomes import Exit, StopError
from delivery.run.report import publish
from delivery.run.settings import from_environment
from delivery.services.connections import connect
from delivery.services.errors import ServiceError

APPLYING = "  Applying "
SLOW = 5.0  # seconds; readers who wait for a table longer than this see an error page


def main(arguments: Sequence[str]) -> int:
    """Rehearse, print the report, and return the exit code."""
    options = parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="upendo-migration-") as folder:
        try:
            backup = newest(Path(folder)) if options.newest else options.backup
        except (StopError, ServiceError, OSError) as error:
            print(f"No backup to rehearse on: {error}", file=sys.stderr)
            return 2
        with scratch_database("upendo_rehearse_migration") as url:
            code, report = rehearse(backup, url, Path(folder))
    publish(report, os.environ.get("GITHUB_STEP_SUMMARY"))
    return code


def parser() -> argparse.ArgumentParser:
    """The command line."""
    line = argparse.ArgumentParser(prog="python -m delivery.rehearsal.migration")
    which = line.add_mutually_exclusive_group(required=True)
    which.add_argument("backup", nargs="?", type=Path, help="a file of pg_dump --format=custom")
    which.add_argument("--newest", action="store_true", help="production's newest backup")
    return line


def newest(folder: Path) -> Path:
    """Fetch production's newest backup. Raises `StopError` when there is none."""
    settings = from_environment(os.environ)
    backups, app = connect(settings).backups, settings.production_app
    found = backups.newest(app)
    if found is None:
        raise StopError(Exit.BACKUP_FAILED, f"{app} has none: heroku pg:backups:capture -a {app}")
    file = folder / "backup"
    # The address is as good as a key: it is neither printed nor kept.
    address = backups.address(app, found)
    with (
        urllib.request.urlopen(address, timeout=60) as answer,  # noqa: S310 - the host's own
        file.open("wb") as target,
    ):
        shutil.copyfileobj(answer, target)
    print(f"fetched {found.name}, {file.stat().st_size / 1e6:.1f} MB", flush=True)
    return file


def rehearse(backup: Path, url: str, folder: Path) -> tuple[int, str]:
    """Restore and release; return the exit code and the report in Markdown."""
    start = time.monotonic()
    dumps.restore(backup, url)
    restored = time.monotonic() - start
    with Watch(url) as watch:
        start = time.monotonic()
        code, lines, migrations = release(url, folder)
        released = time.monotonic() - start
    mark = "❌ The release phase fails" if code else "✅ The release phase succeeds"
    slow = [lock for lock in watch.locks if lock.seconds >= SLOW]
    return int(bool(code)), "\n".join(
        [
            f"## {mark} on the backup",
            "",
            f"Restored in {restored:.1f} s, {rows_in(url)} rows. Released in {released:.1f} s.",
            "",
            "| Migration | Seconds |",
            "|---|---|",
            *[f"| {name} | {seconds:.1f} |" for name, seconds in migrations or [("none", 0.0)]],
            "",
            "| Lock that readers or writers wait for | On | Held, seconds |",
            "|---|---|---|",
            *[f"| {lock.mode} | {lock.table} | {lock.seconds:.1f} |" for lock in watch.locks],
            "",
            f"Held for {SLOW:.0f} s or longer: {', '.join(lock.table for lock in slow) or 'none'}.",
            *(["", *lines[-10:]] if code else []),
        ]
    )


def release(url: str, media: Path) -> tuple[int, list[str], list[tuple[str, float]]]:
    """Run the release phase; return its exit code, its lines, and each migration's seconds."""
    lines: list[str] = []
    migrations: list[tuple[str, float]] = []
    before = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "delivery.release"],
        cwd=PROJECT,
        env=os.environ | {"DATABASE_URL": url, "MEDIA_ROOT": str(media), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as program:
        for line in program.stdout or ():
            now = time.monotonic()
            if line.startswith(APPLYING):
                name = line.removeprefix(APPLYING).split("...")[0]
                migrations.append((name, now - before))
            lines.append(line.rstrip())
            print(lines[-1], flush=True)
            before = now
    return program.returncode, lines, migrations


def rows_in(url: str) -> int:
    return sum(number for number, _ in dumps.tables(url).values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
