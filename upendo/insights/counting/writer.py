"""The thread of each worker that writes what was gathered, so that no reader waits for it.

Between its writings it holds no database connection. A worker that is killed loses what it has
gathered in these seconds; one that ends writes it before.
"""

import logging
import threading
from collections import Counter
from datetime import date

from django.db import DataError, IntegrityError, close_old_connections, connection
from django.db import Error as DatabaseError

from upendo.insights.counting.gathered import Counted, gathered
from upendo.insights.counting.write import write
from upendo.web.postgres.patience import patience

logger = logging.getLogger(__name__)

PAUSE = 5  # seconds
PATIENCE = 5  # seconds for each statement; the host gives an ending worker 20 for all
_one_writes = threading.Lock()
_ended = threading.Event()


def start() -> None:
    """Start this process's writer."""
    threading.Thread(target=_write_again_and_again, name="visits", daemon=True).start()


def end() -> None:
    """Write what is left, when the process ends."""
    _ended.set()
    write_gathered()


def write_gathered() -> None:
    """Write all that was gathered; keep it for the next time when the database does not answer."""
    with _one_writes, patience(PATIENCE):
        if not (days := gathered.take()):
            return
        try:
            close_old_connections()
            for day, numbers in days.items():
                _write(day, numbers)
        finally:
            connection.close()


def _write(day: date, numbers: Counter[Counted]) -> None:
    try:
        write(day, numbers)
    except (DataError, IntegrityError):  # they would be wrong the next time too
        logger.exception("Some visits cannot be written, and are not counted.")
    except DatabaseError as error:
        gathered.put_back(day, numbers)
        logger.warning("Visits wait for the database: %s", type(error).__name__)


def _write_again_and_again() -> None:
    while not _ended.wait(PAUSE):
        try:
            write_gathered()
        except Exception:  # an error must not end the thread
            logger.exception("Visits could not be written.")
