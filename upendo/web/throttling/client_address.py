"""Where a request comes from, as far as our own proxies vouch for it."""

import re
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

# Some proxies add the port: 203.0.113.9:5678, [2001:db8::1]:5678
_PORT = re.compile(r"\[([^\]]*)\](?::\d*)?|([^:]*):\d*")
NOWHERE = "0.0.0.0"  # noqa: S104 - stands for a peer that has no address, such as a socket's


def client_address(request: HttpRequest) -> str:
    """Return the address that the outermost of our own proxies saw, or the peer's.

    It is always an IP address, in its usual spelling and without a port.
    """
    peer = _read(request.META.get("REMOTE_ADDR", "")) or NOWHERE
    forwarded = request.headers.get("X-Forwarded-For", "")
    if not settings.TRUSTED_PROXIES or not forwarded:
        return peer
    # Each proxy appends the address it saw; what stands before ours, anybody may have written.
    seen = forwarded.split(",")
    # A proxy may write "unknown"; then all that is known is the peer.
    return _read(seen[-min(settings.TRUSTED_PROXIES, len(seen))]) or peer


def _read(text: str) -> str | None:
    text = text.strip()
    if match := _PORT.fullmatch(text):
        text = match[1] or match[2]
    try:
        address = ip_address(text.partition("%")[0])  # without the name of a network card
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)
