"""Writes the log of logins and exports."""

import ipaddress
from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from upendo.staff.models import Entry
from upendo.web.throttling.client_address import client_address

UNKNOWN = "no such account"


def listen() -> None:
    """Connect the log to Django's signals for logins and logouts."""
    user_logged_in.connect(_logged_in, dispatch_uid="upendo.staff.log")
    user_logged_out.connect(_logged_out, dispatch_uid="upendo.staff.log")
    user_login_failed.connect(_failed, dispatch_uid="upendo.staff.log")
    user_locked_out.connect(_locked, dispatch_uid="upendo.staff.log")


def write(
    kind: str, request: HttpRequest | None, user: User | AnonymousUser | None, what: str = ""
) -> None:
    """Add an entry, and delete those that are too old."""
    account = user if isinstance(user, User) else None
    Entry.objects.create(
        kind=kind,
        user=account,
        name=account.username if account else UNKNOWN,
        address=_address(request),
        what=what[:250],
    )
    Entry.objects.forgotten().delete()


def _address(request: HttpRequest | None) -> str | None:
    try:
        return str(ipaddress.ip_address(client_address(request))) if request else None
    except ValueError:
        return None


def _account(name: str | None) -> User | None:
    """Return the account of this name, or None.

    Only names of accounts are logged: people sometimes type their password into the name's field.
    """
    return User.objects.filter(username=name or "").first()


def _logged_in(request: HttpRequest, user: User, **kwargs: Any) -> None:
    write(Entry.Kind.LOGIN, request, user)


def _logged_out(request: HttpRequest, user: User | None, **kwargs: Any) -> None:
    if user:
        write(Entry.Kind.LOGOUT, request, user)


def _failed(credentials: dict[str, str], request: HttpRequest | None = None, **kwargs: Any) -> None:
    write(Entry.Kind.FAILED, request, _account(credentials.get("username")), "wrong password")


def _locked(request: HttpRequest, username: str, **kwargs: Any) -> None:
    write(Entry.Kind.LOCKED, request, _account(username), "too many tries")
