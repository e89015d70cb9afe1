"""One stack for all tests of faults; each begins with an empty inbox."""

from collections.abc import Iterator
from pathlib import Path

import pytest

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
    running.postgres.rows("TRUNCATE inbox_letter CASCADE")
    running.mailbox.received.clear()
    return running
