"""How often the API may be asked; the rates stand in the settings."""

from typing import Any

from django.http import HttpRequest
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

from upendo.web.limits import Limit
from upendo.web.networks import client_network


class SharedThrottle(SimpleRateThrottle):
    """The framework's throttle, whose counts all workers share."""

    seconds_left = 0

    def who(self, request: Request) -> str | None:
        """Return who is counted; None is not counted."""
        raise NotImplementedError

    def allow_request(self, request: Request, view: Any) -> bool:
        """Count the request, and return whether it may pass."""
        who = self.who(request)
        if who is not None:
            limit = Limit(self.scope, self.num_requests, self.duration)
            self.seconds_left = limit.take(who)
        return not self.seconds_left

    def wait(self) -> float | None:
        """Return the seconds until the next request may pass."""
        return self.seconds_left or None


class NetworkThrottle(SharedThrottle):
    """Counts by range of addresses; it never asks who is logged in."""

    def who(self, request: Request | HttpRequest) -> str | None:
        """Return the range."""
        return client_network(request)  # type: ignore[arg-type]  # one passes on to the other


class AnonymousThrottle(NetworkThrottle):
    """Counts whoever is not logged in."""

    scope = "anon"

    def who(self, request: Request | HttpRequest) -> str | None:
        """Return the range of somebody who is not logged in."""
        return None if request.user.is_authenticated else super().who(request)


class AccountThrottle(SharedThrottle):
    """Counts by account."""

    scope = "user"

    def who(self, request: Request) -> str | None:
        """Return the account."""
        return str(request.user.pk) if request.user.is_authenticated else None
