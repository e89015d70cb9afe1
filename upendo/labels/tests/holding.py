"""Another worker that has locked rows and does not let them go."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet


@contextmanager
def held_elsewhere(rows: QuerySet[Any]) -> Iterator[None]:
    """Have another connection lock these rows until the block ends."""
    holding, done = threading.Event(), threading.Event()

    def hold() -> None:
        with transaction.atomic():
            list(rows.select_for_update())
            holding.set()
            done.wait()
        connection.close()

    other = threading.Thread(target=hold)
    other.start()
    try:
        holding.wait()
        yield
    finally:
        done.set()
        other.join()
