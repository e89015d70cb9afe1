"""Restores a backup of a filled database and of its pictures, and proves that nothing is missing.

    python -m delivery.rehearsal.restore

Fills a scratch database with the demonstration stories and a few hundred printed codes, takes a
backup of it and of its pictures, restores both into empty ones, compares every row, sequence and
file, runs the release phase on them, and asks a server on them for each printed code. Exit code 0
when all of it is there; 1 otherwise.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import psycopg2

from delivery import PROJECT
from delivery.rehearsal import dumps
from delivery.rehearsal.dyno import HEADERS, HOST, running
from delivery.rehearsal.scratch_database import scratch_database

CODES = 300
COPY_JARS = """
    INSERT INTO catalogue_jar (code, batch_id, beekeeper_id, net_weight_grams, status, updated_at)
    SELECT 'R' || n, batch_id, beekeeper_id, net_weight_grams, status, updated_at
    FROM catalogue_jar, generate_series(1, %s) n WHERE code = 'PUREJOY'
"""


class LostError(Exception):
    """Something of the original is not in the copy."""


def main() -> int:
    """Rehearse, and return the exit code."""
    try:
        with (
            tempfile.TemporaryDirectory(prefix="upendo-restore-") as folder,
            scratch_database("upendo_rehearse_filled") as filled,
            scratch_database("upendo_rehearse_empty") as empty,
        ):
            rehearse(Path(folder), filled, empty)
    except (LostError, RuntimeError, URLError, subprocess.CalledProcessError) as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    print("Restored: every row, every sequence, every picture, and every printed code answers.")
    return 0


def rehearse(folder: Path, filled: str, empty: str) -> None:
    """Raise LostError or what a step raises."""
    backup, media, restored = folder / "backup", folder / "media", folder / "restored"
    with timed("filled"):
        fill(filled, media)
    with timed("backed up"):
        dumps.dump(filled, backup)
        shutil.make_archive(str(folder / "pictures"), "tar", media)
    with timed("restored"):
        dumps.restore(backup, empty)
        shutil.unpack_archive(folder / "pictures.tar", restored, filter="data")
    with timed("compared"):
        compare(filled, empty, media, restored)
    with timed("released"):
        dumps.release(empty, restored)
        compare(filled, empty, media, restored)
    with timed("asked for each printed code and each picture"):
        ask(empty, restored)


@contextmanager
def timed(what: str) -> Iterator[None]:
    start = time.monotonic()
    yield
    print(f"{what} in {time.monotonic() - start:.1f} s", flush=True)


def fill(url: str, media: Path) -> None:
    """Release, draw the demonstration, print many codes."""
    dumps.release(url, media)
    dumps.run([sys.executable, "manage.py", "load_demo"], DATABASE_URL=url, MEDIA_ROOT=str(media))
    connection = psycopg2.connect(url)
    with connection, connection.cursor() as cursor:
        cursor.execute(COPY_JARS, [CODES])
    connection.close()


def compare(filled: str, empty: str, media: Path, restored: Path) -> None:
    """Raise LostError naming every table and every file that differs."""
    before, after = dumps.tables(filled), dumps.tables(empty)
    wrong = [name for name in before | after if before.get(name) != after.get(name)]
    had, has = dumps.files(media), dumps.files(restored)
    wrong += [name for name in had | has if had.get(name) != has.get(name)]
    if wrong:
        raise LostError(f"these differ: {', '.join(sorted(wrong))}")
    rows = sum(number for number, _ in before.values())
    print(f"{len(before)} tables and sequences, {rows} rows and {len(had)} files are the same")


def ask(url: str, media: Path) -> None:
    """Serve the copy as a dyno does, and ask it for all that is printed on labels."""
    variables = {
        **{name: value for name, value in os.environ.items() if name != "HTTPS"},
        "DATABASE_URL": url,
        "MEDIA_ROOT": str(media),
        "ALLOWED_HOSTS": HOST,
        "TRUSTED_PROXIES": "1",
    }
    with running("gunicorn", PROJECT, variables) as dyno:
        printed = codes(url)
        dyno.tell(printed)
        shown = [size_of(dyno.port, path) for path in pictures(media)]
    print(f"{len(printed)} printed codes answered, and {len(shown)} pictures")


def size_of(port: int, path: str) -> int:
    """The bytes of a picture. Raises URLError for any answer but a 200."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=HEADERS)
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - loopback
        return len(answer.read())


def codes(url: str) -> list[str]:
    connection = psycopg2.connect(url)
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT code FROM catalogue_jar WHERE status <> 'draft' ORDER BY code")
        found = [str(code) for (code,) in cursor.fetchall()]
    connection.close()
    return found


def pictures(media: Path) -> list[str]:
    """The address of one rendition of each picture."""
    folders = sorted((media / "pictures").iterdir())
    return [f"/media/pictures/{f.name}/{next(iter(f.glob('*.webp'))).name}" for f in folders]


if __name__ == "__main__":
    sys.exit(main())
