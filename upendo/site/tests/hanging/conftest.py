"""The application as it is served, with a PostgreSQL of its own that can be stopped."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from upendo.inbox.tests.faults.own_postgres import OwnPostgres
from upendo.inbox.tests.serving import serving
from upendo.site.tests.hanging.stack import Stack, fill


@pytest.fixture(scope="package")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Both workers, fifty codes, a picture and an editor."""
    folder: Path = tmp_path_factory.mktemp("hanging")
    postgres = OwnPostgres(folder / "postgres")
    try:
        environ = {"DATABASE_URL": postgres.url, "MEDIA_ROOT": str(folder / "media")}
        filled = fill(environ)
        with serving(log=folder / "log", **environ) as address:
            yield Stack(address, postgres, folder / "log", **filled)
    finally:
        postgres.remove()
