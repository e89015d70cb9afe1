"""The log's handler that reports errors: at most one channel, chosen by what is configured."""

import logging
from typing import Protocol

from django.conf import settings

from upendo.web.reports.emails import Emails
from upendo.web.reports.fault import Fault, fault_of

logger = logging.getLogger(__name__)

# Refused requests are no faults of ours; Sentry's own trouble must not become a report to Sentry.
_NOT_OURS = ("django.security", "sentry_sdk")


class Channel(Protocol):
    """A way to tell the team, which returns at once: the reader is waiting for an error page."""

    def tell(self, fault: Fault) -> None:
        """Have the fault sent."""


class ReportHandler(logging.Handler):
    """Reports what is logged as an error. A report that fails is a warning, so it cannot loop."""

    def __init__(self, channel: Channel) -> None:
        super().__init__(logging.ERROR)
        self.channel = channel

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.startswith(_NOT_OURS):
            return
        try:
            self.channel.tell(fault_of(record))
        except Exception as error:  # whatever it is, the reader gets the error page
            logger.warning("An error could not be reported: %s", type(error).__name__)


def report_handler() -> logging.Handler:
    """Return the handler for this process: by Sentry, else by email, else none.

    Emails need a mail server: other mailers, of a developer's machine, tell nobody.
    """
    if settings.SENTRY_DSN:
        # Its library takes memory, which is for those who have a Sentry.
        from upendo.web.reports.sentry import Sentry  # noqa: PLC0415

        return ReportHandler(Sentry(settings.SENTRY_DSN))
    if settings.MAILERS["default"]["BACKEND"].endswith("smtp.EmailBackend"):
        try:
            return ReportHandler(Emails())
        except OSError as error:  # a full disk must not stop the start
            logger.warning("No error will be reported: %s", type(error).__name__)
    return logging.NullHandler()
