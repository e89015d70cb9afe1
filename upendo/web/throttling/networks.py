"""Which range of addresses somebody comes from: what counts as one wherever tries are counted."""

import ipaddress

from django.http import HttpRequest

from upendo.web.throttling.client_address import client_address

UNKNOWN = "unknown"


def network(address: str) -> str:
    """Return the range that one household or provider hands out: IPv4 /24, IPv6 /56.

    What is no address belongs to one range of its own, "unknown".
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return UNKNOWN
    if ip.version == 6 and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    prefix = 24 if ip.version == 4 else 56
    # As a number: without the zone of fe80::1%eth0, which anybody may make up.
    return str(ipaddress.ip_network((int(ip), prefix), strict=False))


def client_network(request: HttpRequest) -> str:
    """Return the range that a request comes from."""
    return network(client_address(request))


def first_address(request: HttpRequest) -> str | None:
    """Return the first address of the client's range, for a field that takes no range."""
    where = client_network(request)
    return None if where == UNKNOWN else where.partition("/")[0]
