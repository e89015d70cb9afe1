"""A number for each request: in its log lines, on the error page and in the answer's header.

Whoever writes to us names it, and the log tells what happened.
"""

import logging
import re
import uuid
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.core.signals import request_finished
from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"
# A UUID with or without hyphens, or what other routers make; nothing that could be words or markup.
_HARMLESS = re.compile(r"[0-9A-Za-z-]{16,64}")
_current: ContextVar[str] = ContextVar("request_id", default="")


def current() -> str:
    """Return the number of the request that this thread answers, or nothing outside of one."""
    return _current.get()


class RequestIdMiddleware:
    """Gives each request its number: that of our own proxy if it names one, else a new one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Not taken back here: Django writes some lines after the last middleware.
        _current.set(_of_proxy(request) or uuid.uuid4().hex)
        response = self.get_response(request)
        response.headers[HEADER] = current()
        return response


class RequestIdFilter(logging.Filter):
    """Gives each record `in_request`: the number in brackets, or nothing outside of a request."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.in_request = f" [{current()}]" if current() else ""
        return True


def _of_proxy(request: HttpRequest) -> str:
    number = request.headers.get(HEADER, "") if settings.TRUSTED_PROXIES else ""
    return number if _HARMLESS.fullmatch(number) else ""


def _forget(**_: Any) -> None:
    _current.set("")


request_finished.connect(_forget)
