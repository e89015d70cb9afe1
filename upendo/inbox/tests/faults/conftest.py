"""One stack for all tests of faults; each begins with an empty inbox."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from psycopg2.errors import DeadlockDetected

from upendo.inbox.tests.faults.own_postgres import OwnPostgres
from upendo.inbox.tests.faults.stack import Stack, environment, manage
from upendo.inbox.tests.mailbox import open_mailbox
from upendo.inbox.tests.serving import serving

FILL = """
from upendo.catalogue.tests.factories import JarFactory
[JarFactory.create(code=f"JAR{number}") for number in range(4)]
"""


@pytest.fixture(scope="package")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    folder: Path = tmp_path_factory.mktemp("faults")
    postgres = OwnPostgres(folder / "postgres")
    try:
        with open_mailbox() as mailbox:
            manage(postgres, mailbox, "manage.py", "migrate", "--verbosity=0")
            manage(postgres, mailbox, "manage.py", "shell", "--command", FILL)
            environ = environment(postgres, mailbox) | {"ORDERS": str(folder)}
            application = "upendo.inbox.tests.faults.doomed:application"
            with serving(application, log=folder / "log", **environ) as address:
                yield Stack(address, folder, postgres, mailbox)
    finally:
        postgres.remove()


@pytest.fixture
def stack(running: Stack) -> Stack:
    _forget_letters(running)
    running.mailbox.received.clear()
    return running


def _forget_letters(running: Stack) -> None:
    while True:
        # A courier may look at the same tables in another order: then PostgreSQL ends one of both.
        with suppress(DeadlockDetected):
            running.postgres.rows("TRUNCATE inbox_letter CASCADE")
            return
