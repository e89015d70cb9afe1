"""How a password is checked: not for whoever guesses many, and one at a time.

Hashing takes a processor for a second on purpose. Whoever could have it done at will would take
the threads from the readers.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from axes.backends import AxesStandaloneBackend
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.debug import sensitive_variables

from upendo.web.throttling.limits import Limit
from upendo.web.throttling.networks import client_network

# Of one network, whatever accounts it tries; axes counts those of one network for one account.
WRONG_PASSWORDS = Limit("wrong passwords", most=30, seconds=600)
PATIENCE = 10  # seconds
# Of a worker's four threads one may hash and one wait: two are always there for readers.
_hashing = threading.Semaphore(1)
_waiting = threading.Semaphore(1)


class LoginRefusedError(Exception):
    """No password is looked at now; it may be tried again in some seconds."""

    def __init__(self, seconds: int, words: str) -> None:
        super().__init__(words)
        self.seconds = seconds
        self.words = words


class PasswordBackend(AxesStandaloneBackend, ModelBackend):  # type: ignore[misc]  # axes has no types
    """Django's own, behind the limit of the network, the lock of the account, and the queue."""

    @sensitive_variables("password")
    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        """Return the account, or None for a wrong password.

        Raises PermissionDenied for an account that is locked for this network, and
        LoginRefusedError.
        """
        if request is None:
            raise ValueError("Pass the request: whether a login may be tried depends on it.")
        where = client_network(request)
        wrong, seconds = WRONG_PASSWORDS.seen(where)
        if wrong >= WRONG_PASSWORDS.most:
            words = gettext(
                "Too many wrong passwords came from your network. Please wait some minutes."
            )
            raise LoginRefusedError(seconds, words)
        try:
            super().authenticate(request, username, password, **kwargs)
            with _one_at_a_time(patient=not wrong):
                user = ModelBackend.authenticate(self, request, username, password, **kwargs)
        except PermissionDenied:
            WRONG_PASSWORDS.take(where)
            raise
        if user is None:
            WRONG_PASSWORDS.take(where)
        return user


@contextmanager
def _one_at_a_time(*, patient: bool) -> Iterator[None]:
    if not _hashing.acquire(blocking=False) and not (patient and _wait()):
        words = gettext(
            "Somebody else is logging in at this moment. Please try again in a few seconds."
        )
        raise LoginRefusedError(3, words)
    try:
        yield
    finally:
        _hashing.release()


def _wait() -> bool:
    if not _waiting.acquire(blocking=False):
        return False
    try:
        return _hashing.acquire(timeout=PATIENCE)
    finally:
        _waiting.release()


class LoginRefusedMiddleware:
    """Says on a page why no password is looked at now, and for how long."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the page for LoginRefusedError, nothing for another error."""
        if not isinstance(error, LoginRefusedError):
            return None
        page = render(request, "staff/login_refused.html", {"words": error.words}, status=429)
        page["Retry-After"] = str(error.seconds)
        return page
