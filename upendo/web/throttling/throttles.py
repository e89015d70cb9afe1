"""How often the API may be asked."""

from typing import Any

from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from upendo.web.throttling.limits import Limit
from upendo.web.throttling.networks import client_network


class SharedThrottle(BaseThrottle):
    """A throttle of the framework's whose counts all workers share."""

    limit: Limit
    seconds_left = 0

    def who(self, request: Request | HttpRequest) -> str | None:
        """Return who is counted; None is not counted."""
        raise NotImplementedError

    def allow_request(self, request: Request | HttpRequest, view: Any = None) -> bool:
        """Count the request, and return whether it may pass; a view outside of the API asks too."""
        who = self.who(request)
        self.seconds_left = 0 if who is None else self.limit.take(who)
        return not self.seconds_left

    def wait(self) -> float | None:
        """Return the seconds until the next request may pass."""
        return self.seconds_left or None


class NetworkThrottle(SharedThrottle):
    """Counts by range of addresses; it never asks who is logged in."""

    def who(self, request: Request | HttpRequest) -> str | None:
        """Return the range."""
        return client_network(request)


class AnonymousThrottle(NetworkThrottle):
    """Counts whoever is not logged in."""

    limit = Limit("anonymous", most=60, seconds=60)

    def who(self, request: Request | HttpRequest) -> str | None:
        """Return the range of somebody who is not logged in."""
        return None if request.user.is_authenticated else super().who(request)


class AccountThrottle(SharedThrottle):
    """Counts by account."""

    limit = Limit("account", most=600, seconds=60)

    def who(self, request: Request | HttpRequest) -> str | None:
        """Return the account."""
        return str(request.user.pk) if request.user.is_authenticated else None
