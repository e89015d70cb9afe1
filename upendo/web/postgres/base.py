"""Django's PostgreSQL, for which nobody waits without end. Named in `backing_services.database`."""

from typing import Any

import psycopg2
from django.db.backends.postgresql import base

from upendo.web.breaker import Breaker, PausedError
from upendo.web.postgres.patience import SilentError, patience

CONNECT = 5.0  # seconds
HEALTH_CHECK = 1.0  # seconds; it asks no table, so nothing may lock it out

connecting = Breaker("The connection to the database", pause=3)


class DatabaseWrapper(base.DatabaseWrapper):
    """A database that is known to be silent is not waited for by every thread in turn."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            with connecting.attempt(SilentError), patience(CONNECT):
                return super().get_new_connection(conn_params)
        except PausedError as paused:
            raise psycopg2.OperationalError(str(paused)) from paused

    def is_usable(self) -> bool:
        with patience(HEALTH_CHECK):
            return super().is_usable()
