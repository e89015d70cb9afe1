"""Pages made once for each version of a story, then served from memory."""

import hashlib
from collections.abc import Callable

from django.core.cache import caches

from upendo.web.prepared import SMALL, Prepared, prepare

KEPT_SECONDS = 24 * 3600
# A page without a first view, which is drawn again after this time: see first_view.py.
BRIEF_SECONDS = 60
HTML = "text/html; charset=utf-8"


def cached_page(key: str, make: Callable[[], tuple[str, int]]) -> Prepared:
    """Return the page known by a key, which is made first if need be.

    The key must name everything that the page depends on; with the page, `make` returns for how
    many seconds it is kept.
    """
    name = hashlib.sha256(key.encode()).hexdigest()
    page: Prepared | None = caches["pages"].get(name)
    if page is None:
        html, seconds = make()
        page = prepare(html.encode(), SMALL)
        caches["pages"].set(name, page, seconds)
    return page
