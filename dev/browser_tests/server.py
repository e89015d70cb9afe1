"""Serves the whole app for browser tests: the demonstration stories in a database of their own.

Everything is made afresh at each start and is gone at the end; a developer's own data and the
database that a server is told by DATABASE_URL stay as they are.
"""

import os
import shutil
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import psycopg2

from dev.environment import use_local_environment
from dev.postgres import LOCAL, PROJECT

DATABASE = "upendo_browser_tests"
MEDIA = LOCAL / "browser-tests-media"


def main() -> None:
    """Serve on the port given as the only argument until told to stop."""
    port = int(sys.argv[1])
    os.environ["SITE_URL"] = f"http://127.0.0.1:{port}"
    # `python -m dev.browser_tests.mailbox` listens there, when a test is about emails.
    os.environ["EMAIL_URL"] = f"smtp://127.0.0.1:{port + 1}"
    prepare()
    gunicorn = [sys.executable, "-m", "upendo.serve", "--bind", f"127.0.0.1:{port}"]
    os.execv(sys.executable, gunicorn)  # noqa: S606 - ours


def prepare() -> None:
    """Make the database and the pictures, and point the environment at them."""
    os.chdir(PROJECT)
    os.environ["MEDIA_ROOT"] = str(MEDIA)
    use_local_environment(tests=True)
    server = urlsplit(os.environ["DATABASE_URL"])
    _recreate(urlunsplit(server._replace(path="/postgres")))
    os.environ["DATABASE_URL"] = urlunsplit(server._replace(path=f"/{DATABASE}"))
    shutil.rmtree(MEDIA, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "dev.demonstration"], check=True)


def _recreate(maintenance_url: str) -> None:
    connection = psycopg2.connect(maintenance_url)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        cursor.execute(f"CREATE DATABASE {DATABASE}")
    connection.close()


if __name__ == "__main__":
    main()
