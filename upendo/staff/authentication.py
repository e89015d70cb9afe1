"""How the staff's API identifies the account behind a request."""

from django.contrib.auth.models import User
from drf_spectacular.authentication import SessionScheme
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from upendo.staff.two_factor import may_enter


class VerifiedSession(SessionAuthentication):
    """The desk's session, with the second factor where the account asks for one."""

    def authenticate(self, request: Request) -> tuple[User, None] | None:
        """Raises PermissionDenied while the second factor is missing."""
        found = super().authenticate(request)
        if found and not may_enter(found[0]):
            raise PermissionDenied("Two-factor login is required. Complete it at /admin/ first.")
        return found


class VerifiedSessionScheme(SessionScheme):  # type: ignore[no-untyped-call]  # the library's
    """Describes VerifiedSession in the API's documentation, as an ordinary session."""

    target_class = "upendo.staff.authentication.VerifiedSession"
