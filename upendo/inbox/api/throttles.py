"""How many letters and photos may come from a network; how many a jar takes, `receive` says."""

from upendo.web.throttling.limits import Limit
from upendo.web.throttling.throttles import NetworkThrottle


class LettersThrottle(NetworkThrottle):
    """Counts what a network sends to the letters' address, whether it is a letter or not."""

    limit = Limit("letters", most=30, seconds=3600)


class PhotosThrottle(NetworkThrottle):
    """Counts what a network sends to the photos' addresses, whether it is a photo or not."""

    limit = Limit("photos", most=20, seconds=3600)


# What comes to one letter, from however many networks.
PHOTOS_OF_A_LETTER = Limit("photos of a letter", most=10, seconds=24 * 3600)
