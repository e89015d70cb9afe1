"""Keeps out of every log the addresses that are keys, and rows that the database refused.

Whoever has the address of a private page or a preview can read the letters, or what is not
published yet, so it is no business of a log, of those who read it, or of those whom it is sent on
to. Nor are a reader's words, which PostgreSQL quotes when it refuses their row.
"""

import logging
import re
from typing import Any

import psycopg2
from django.db.utils import Error as DatabaseError
from gunicorn.glogging import Logger

from upendo.web.logs.causes import causes

# Letters may stand in for each other in an address, %41 for A: so whatever follows goes.
_PRIVATE = re.compile(r"((?:letters|preview|shop-figures)/)[^\s\"'?]+")


class DiscreetFormatter(logging.Formatter):
    """Formats a record, traceback and all, and then takes the addresses out."""

    def format(self, record: logging.LogRecord) -> str:
        return _PRIVATE.sub(r"\1…", super().format(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the library's name
        text = super().formatException(ei)
        for error in causes(ei[1]):
            if isinstance(error, DatabaseError | psycopg2.Error):
                # The first line says what was wrong, those below it with which values.
                first, *values = str(error).split("\n", 1)
                text = text.replace(str(error), f"{first} …") if values else text
        return text


class DiscreetLogger(Logger):  # type: ignore[misc]  # gunicorn ships no types
    """Gunicorn's own log, and its access log where that is switched on."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for log, format in (
            (self.error_log, self.error_fmt),
            (self.access_log, self.access_fmt),
        ):
            for handler in log.handlers:
                handler.setFormatter(DiscreetFormatter(format, self.datefmt))
