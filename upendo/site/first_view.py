"""The first view of a page: drawn on the server by the frontend's own components.

The components run in a JavaScript engine inside this process, see
docs/decisions/0005-first-view.md. What they draw is kept for each version of a story.
"""

import atexit
import logging
import threading
from functools import cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString, mark_safe
from py_mini_racer import DEFAULT_V8_FLAGS, JSEvalException, MiniRacer, init_mini_racer

from upendo.site.page_data import PageData

SCRIPT = settings.FRONTEND_DIST / ".server" / "server.js"
# With the processor's own keys on its memory, V8 crashes when a thread that does not descend from
# the one that started it closes an engine: a web server's threads come and go.
V8_FLAGS = [*DEFAULT_V8_FLAGS, "--no-memory-protection-keys"]
PATIENCE = 2  # seconds; a page takes some milliseconds
_starting = threading.Lock()
logger = logging.getLogger(__name__)


def first_view(path: str, page_data: PageData) -> SafeString:
    """Return the HTML that React takes over in the browser.

    Empty when it cannot be drawn, which the log then tells: the browser draws everything itself.
    """
    with _starting:
        engine = _engine()
    try:
        html: str = engine.call(
            "server.render", path, page_data, encoder=DjangoJSONEncoder, timeout_sec=PATIENCE
        )
    except JSEvalException:
        logger.exception("The first view of %s could not be drawn", path)
        return SafeString()
    return mark_safe(html)  # noqa: S308 - React has escaped what people wrote


@cache
def _engine() -> MiniRacer:
    # Made with the first page of each worker: an engine does not survive the fork of a process.
    if not SCRIPT.exists():
        raise ImproperlyConfigured("The frontend is not built. Run: npm run build")
    init_mini_racer(flags=V8_FLAGS, ignore_duplicate_init=True)
    engine = MiniRacer()
    # Python cannot end while the engine's thread runs.
    atexit.register(engine.close)
    engine.eval(SCRIPT.read_text())
    engine.eval("server.ready").get(timeout=PATIENCE)  # type: ignore[union-attr]  # a promise
    return engine
