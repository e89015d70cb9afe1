"""Pages made once for each version of a story, then served from memory."""

import hashlib
from collections.abc import Callable

from django.core.cache import caches

from upendo.web.prepared import SMALL, Prepared, prepare

KEPT_SECONDS = 24 * 3600
HTML = "text/html; charset=utf-8"


def cached_page(key: str, make: Callable[[], str]) -> Prepared:
    """Return the page known by a key, which is made first if need be.

    The key must name everything that the page depends on.
    """
    name = hashlib.sha256(key.encode()).hexdigest()
    page: Prepared | None = caches["pages"].get(name)
    if page is None:
        page = prepare(make().encode(), SMALL)
        caches["pages"].set(name, page, KEPT_SECONDS)
    return page
