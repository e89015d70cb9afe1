"""Where a request comes from, as far as our own proxies vouch for it."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the address that the outermost of our own proxies saw, or the peer's."""
    peer: str = request.META.get("REMOTE_ADDR", "")
    if not settings.TRUSTED_PROXIES:
        return peer
    # Each proxy appends the address it saw; what stands before ours, anybody may have written.
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", peer).split(",")]
    return seen[-min(settings.TRUSTED_PROXIES, len(seen))]
