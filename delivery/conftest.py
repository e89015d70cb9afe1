"""A staging database with a few jars, fresh for each test.

What uses a database of its own takes long: `make test-releases` runs it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from delivery.review.tests.databases import COPY_JARS, Database, beside

TEMPLATE = f"upendo_staging_template_{os.getpid()}"
NUMBERS = count(1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "database_server" in getattr(item, "fixturenames", ()):
            item.add_marker("releases")


@pytest.fixture(scope="session")
def database_server() -> Database:
    return Database(beside(os.environ["DATABASE_URL"], "postgres"))


@pytest.fixture(scope="session")
def template(database_server: Database) -> Iterator[str]:
    with scratch(database_server, TEMPLATE, "template0") as database:
        database.release_and_fill()
        database.rows(COPY_JARS, 1, 9)
        yield TEMPLATE


@pytest.fixture
def staging(database_server: Database, template: str) -> Iterator[Database]:
    """Staging as it is after a release: ten jars in `public`."""
    name = f"upendo_staging_{os.getpid()}_{next(NUMBERS)}"
    with scratch(database_server, name, template) as database:
        yield database


@pytest.fixture
def empty(database_server: Database) -> Iterator[Database]:
    """A database that nothing was released to."""
    name = f"upendo_empty_{os.getpid()}_{next(NUMBERS)}"
    with scratch(database_server, name, "template0") as database:
        yield database


@contextmanager
def scratch(server: Database, name: str, template: str) -> Iterator[Database]:
    server.rows(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield Database(beside(server.url, name))
    finally:
        server.rows(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def branch_folder(tmp_path: Path) -> Path:
    return tmp_path / "code"
