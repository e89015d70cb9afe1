"""Django's PostgreSQL, for which nobody waits without end. Named in `backing_services.database`."""

import time
from typing import Any

import psycopg2
from django.db.backends.postgresql import base

from upendo.web.breaker import Breaker, PausedError
from upendo.web.postgres.patience import SilentError, patience

CONNECT = 5.0  # seconds
HEALTH_CHECK = 1.0  # seconds; it asks no table, so nothing may lock it out

TRUSTED = 1.0  # second; a reader's look-up takes no longer than this question

connecting = Breaker("The connection to the database", pause=3)


class DatabaseWrapper(base.DatabaseWrapper):
    """A database that is known to be silent is not waited for by every thread in turn."""

    answered_at = 0.0

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            with connecting.attempt(SilentError), patience(CONNECT):
                return super().get_new_connection(conn_params)
        except PausedError as paused:
            raise psycopg2.OperationalError(str(paused)) from paused

    def is_usable(self) -> bool:
        """Whether it answers; one that did so just now, and has not failed since, is not asked."""
        now = time.monotonic()
        if now - self.answered_at < TRUSTED and not self.errors_occurred:
            return True
        with patience(HEALTH_CHECK):
            usable = super().is_usable()
        self.answered_at = now if usable else 0.0
        return usable
