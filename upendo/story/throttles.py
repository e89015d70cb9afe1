"""How often a network may ask for codes that do not exist."""

from upendo.web.throttling.limits import Limit
from upendo.web.throttling.throttles import NetworkThrottle


class UnknownCodeThrottle(NetworkThrottle):
    """Counts the codes that do not exist, so that nobody finds others' codes by trying.

    A story is served from memory and is not counted.
    """

    limit = Limit("unknown codes", most=30, seconds=60)
