"""What readers were asked to agree to when they sent a letter.

The sentence itself is stored with each letter, as it was shown and in the language in which it
was shown. A version is never taken away: a letter may wait on a device without a connection.
"""

VERSIONS = ("2026-11", "2026-11-photo")
LONGEST = 1000  # characters
