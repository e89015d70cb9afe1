"""Pages made once for each version of a story, and then served from memory for all its codes.

Who asks first gets quick bytes. A thread then makes them so small that a page, with its headers,
comes in the first flight of a connection: more would wait for one more way there and back.
"""

import math
import time
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from queue import Full, Queue
from threading import Thread

from upendo.story.document import SLOT
from upendo.web.answers.kept import Flights, Kept
from upendo.web.answers.slotted import SMALL, SlottedText

MOST = 32 * 2**20  # bytes of pages, compressed: about 2,000
# A page without a first view, which is drawn again after this time: see first_view.py.
BRIEF_SECONDS = 60
FOR_EVER = math.inf
# Pages that wait to be made small, of some 50 kB each; what finds no place stays as it is.
PLACES = 60
HTML = "text/html; charset=utf-8"

_kept: Kept[str, tuple[SlottedText, float]] = Kept("pages", MOST)
_being_made: Flights[str, SlottedText] = Flights()


def cached_page(key: str, length: int, make: Callable[[], tuple[str, float]]) -> SlottedText:
    """Return the page known by a key, which is made first if need be, with SLOT for the code.

    The key must name everything that the page depends on, but for the code, which has this length;
    with the page, `make` returns for how many seconds it is kept.
    """
    known = _kept.get(key)
    if known and time.time() < known[1]:
        return known[0]
    return _being_made.once(key, lambda: _keep(key, length, *make()))


def _keep(key: str, length: int, html: str, seconds: float) -> SlottedText:
    page = SlottedText.of(html.encode(), SLOT.encode(), length)
    _kept.put(key, (page, time.time() + seconds), page.size)
    if seconds == FOR_EVER:
        with suppress(Full):
            _to_shrink().put_nowait((key, length, html))
    return page


@cache
def _to_shrink() -> Queue[tuple[str, int, str]]:
    """Return the queue of a thread that starts with the first page: none would outlive a fork."""
    waiting: Queue[tuple[str, int, str]] = Queue(PLACES)
    Thread(target=_shrink, args=(waiting,), name="pages", daemon=True).start()
    return waiting


def _shrink(waiting: Queue[tuple[str, int, str]]) -> None:
    while True:
        key, length, html = waiting.get()
        with suppress(ValueError):  # compressed in this way it cannot be: the quick one stays
            page = SlottedText.of(html.encode(), SLOT.encode(), length, SMALL)
            _kept.put(key, (page, FOR_EVER), page.size)
