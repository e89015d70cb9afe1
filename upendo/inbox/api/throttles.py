"""How many letters may come from a network; how many a jar takes, `receive` says."""

from upendo.web.throttling.limits import Limit
from upendo.web.throttling.throttles import NetworkThrottle


class LettersThrottle(NetworkThrottle):
    """Counts what a network sends to the letters' address, whether it is a letter or not."""

    limit = Limit("letters", most=30, seconds=3600)
