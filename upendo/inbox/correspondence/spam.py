"""Signs that a program wrote a letter. Such letters are kept, not refused. Needs no database."""

import re

from django.utils.translation import gettext

SPAM_AT = 3  # points
QUICKEST_SECONDS = 3
_LINK = re.compile(r"https?:|www\.|\b\w+\.(?:ru|cn|top|xyz|click|shop)\b", re.IGNORECASE)
_MARKUP = re.compile(r"<a\s|\[/?url|\bhref\s*=", re.IGNORECASE)
_SHORT_THANKS = 40  # characters; many people write the same short sentence


def reasons_against(*, text: str, trap: str, seconds: int, known: bool) -> list[str]:
    """Return why a letter is probably spam, empty when it is probably genuine.

    ``trap`` is the content of the field that people do not see, ``seconds`` how long the writing
    took, ``known`` whether these very words were sent before.
    """
    links = len(_LINK.findall(text))
    words = text.lower().split()
    quick = gettext("written in less than %(least)d seconds")
    signs = [
        (3, bool(trap), gettext("filled in the hidden field")),
        (3, seconds < QUICKEST_SECONDS, quick % {"least": QUICKEST_SECONDS}),
        (3, bool(_MARKUP.search(text)), gettext("contains a link's markup")),
        (1, links == 1, gettext("contains a link")),
        (3, links > 1, gettext("contains several links")),
        (3, known and len(text) > _SHORT_THANKS, gettext("the same words came before")),
        (2, len(words) > 9 and len(set(words)) < len(words) / 3, gettext("repeats its own words")),
        (2, len(text) > 9 and len(set(text)) < 4, gettext("repeats a few letters")),
    ]
    found = [(points, reason) for points, holds, reason in signs if holds]
    return [reason for _, reason in found] if sum(p for p, _ in found) >= SPAM_AT else []
