"""Keeps addresses that are keys out of every log: readers' private pages, and previews.

Whoever has such an address can read the letters, or what is not published yet, so it is no
business of a log, of those who read it, or of those whom it is sent on to.
"""

import logging
import re
from typing import Any

from gunicorn.glogging import Logger

# Letters may stand in for each other in an address, %41 for A: so whatever follows goes.
_PRIVATE = re.compile(r"((?:letters|preview)/)[^\s\"'?]+")


class DiscreetFormatter(logging.Formatter):
    """Formats a record, traceback and all, and then takes the addresses out."""

    def format(self, record: logging.LogRecord) -> str:
        return _PRIVATE.sub(r"\1…", super().format(record))


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
