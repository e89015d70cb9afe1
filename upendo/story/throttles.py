"""How often an address may ask."""

from rest_framework.throttling import AnonRateThrottle


class UnknownCodeThrottle(AnonRateThrottle):
    """Counts the codes that do not exist, so that nobody finds others' codes by trying."""

    scope = "unknown"
