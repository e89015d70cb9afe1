"""How often a network may ask for codes that do not exist."""

from upendo.web.throttles import NetworkThrottle


class UnknownCodeThrottle(NetworkThrottle):
    """Counts the codes that do not exist, so that nobody finds others' codes by trying."""

    scope = "unknown"
