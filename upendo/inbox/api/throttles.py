"""How many letters may come from a network, and for a jar."""

import ipaddress
from typing import Any

from django.utils.crypto import salted_hmac
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

from upendo.catalogue import codes


class NetworkThrottle(SimpleRateThrottle):
    """Counts by range of addresses, of which only a keyed hash is kept for as long as it counts."""

    scope = "letters-network"

    def get_cache_key(self, request: Request, view: Any) -> str:
        return _hashed(self.scope, network(self.get_ident(request)))


class CodeThrottle(SimpleRateThrottle):
    """Counts by jar, so that one code's inbox cannot be flooded from many networks."""

    scope = "letters-code"

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        code = request.data.get("code") if isinstance(request.data, dict) else None
        if not isinstance(code, str):
            return None
        return _hashed(self.scope, codes.normalise(code[: 2 * codes.LONGEST]))


def network(address: str) -> str:
    """Return the range that one household or provider hands out: IPv4 /24, IPv6 /56."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    prefix = 24 if ip.version == 4 else 56
    return str(ipaddress.ip_network((ip, prefix), strict=False))


def _hashed(scope: str, what: str) -> str:
    digest = salted_hmac(scope, what, algorithm="sha256").hexdigest()
    return f"throttle-{scope}-{digest}"
