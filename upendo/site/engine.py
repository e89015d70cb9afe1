"""The JavaScript engine in which the frontend's own components draw pages on the server.

It runs inside this process, see docs/decisions/0005-first-view.md.
"""

import atexit
import logging
import re
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import SafeString, mark_safe
from py_mini_racer import DEFAULT_V8_FLAGS, MiniRacer, init_mini_racer

SCRIPT = settings.FRONTEND_DIST / ".server" / "server.js"
# With the processor's own keys on its memory, V8 crashes when a thread that does not descend from
# the one that started it closes an engine: a web server's threads come and go.
_CRASHES = "--no-memory-protection-keys"
# Each page is a script that never comes again, with its story in it. Without these flags V8 keeps
# them, and has 85 MB more after 2,000 pages; with them it stays where it was and is no slower.
_KEEPS_LITTLE = ("--no-compilation-cache", "--max-semi-space-size=1")
V8_FLAGS = [*DEFAULT_V8_FLAGS, _CRASHES, *_KEEPS_LITTLE]
PATIENCE = 2  # seconds; a page takes some milliseconds
START_PATIENCE = 5  # seconds; a quarter of one is usual
# Pages of the demonstration take 5 MB, and one with 900 kB of HTML took 39; without a limit of
# ours V8 would go to 1.5 GB. V8's own (--max-old-space-size) ends the whole process when it is
# reached, this one only the script.
MOST_MEMORY = 64 * 2**20  # bytes
logger = logging.getLogger(__name__)


class DrawingError(RuntimeError):
    """A page could not be drawn; the log has the reason."""


class Engine:
    """Draws pages, one at a time, for all threads of a process.

    Whatever goes wrong, the JavaScript engine is given up, and the next page has a new one.
    """

    def __init__(self, script: Path = SCRIPT) -> None:
        self._script = script
        self._one_at_a_time = threading.Lock()
        # Made with the first page of each worker: an engine does not survive a process's fork.
        self._racer: MiniRacer | None = None

    @property
    def is_running(self) -> bool:
        """Whether it has drawn something since it last broke."""
        return self._racer is not None

    def heap_size(self) -> int:
        """Return how many bytes the engine's own heap takes; 0 when it does not run."""
        with self._one_at_a_time:
            return int(self._racer.heap_stats()["total_physical_size"]) if self._racer else 0

    def draw(self, function: str, *arguments: Any) -> SafeString:
        """Return the HTML that a function of frontend/src/server.tsx makes.

        Raises DrawingError when it does not, and ImproperlyConfigured when the frontend is not
        built.
        """
        if not self._script.exists():
            raise ImproperlyConfigured("The frontend is not built. Run: npm run build")
        with self._one_at_a_time:
            try:
                self._racer = self._racer or self._start()
                html: str = self._racer.call(
                    f"server.{function}",
                    *arguments,
                    encoder=DjangoJSONEncoder,
                    timeout_sec=PATIENCE,
                )
            # A page must not fail with its drawing, whatever the engine's library raises.
            except Exception as error:
                self._give_up()
                problem = DrawingError(f"{function}: {_what_and_where(error)}")
                logger.error("The engine could not draw: %s", arguments[:1], exc_info=problem)
                raise problem from None
        return mark_safe(html)  # noqa: S308 - React has escaped what people wrote

    def close(self) -> None:
        """End the JavaScript engine; the next page starts another."""
        with self._one_at_a_time:
            self._give_up()

    def _start(self) -> MiniRacer:
        init_mini_racer(flags=V8_FLAGS, ignore_duplicate_init=True)
        racer = MiniRacer()
        try:
            racer.set_hard_memory_limit(MOST_MEMORY)
            racer.eval(self._script.read_text(), timeout_sec=START_PATIENCE)
            racer.eval("server.ready").get(timeout=START_PATIENCE)  # type: ignore[union-attr]  # a promise
        except Exception:
            _end(racer)
            raise
        # Python cannot end while the engine's thread runs.
        atexit.register(racer.close)
        return racer

    def _give_up(self) -> None:
        racer, self._racer = self._racer, None
        if racer:
            atexit.unregister(racer.close)
            _end(racer)


def _what_and_where(error: Exception) -> str:
    """Return the kind of an error and its places in the script.

    V8's message may quote the story, which in a preview is private.
    """
    kind = re.match(r"\S+:\d+: (\w*Error)\b", str(error))
    places = re.findall(r"^    at (?:[\w.$]+ \()?<anonymous>:\d+:\d+", str(error), re.MULTILINE)
    said = [type(error).__name__, *([kind[1]] if kind else []), *map(str.strip, places)]
    return ", ".join(said)


def _end(racer: MiniRacer) -> None:
    # A script that was stopped answers once more: nobody would hear it in a closed engine.
    with suppress(Exception):
        racer.eval("0", timeout_sec=PATIENCE)
    with suppress(Exception):
        racer.close()


engine = Engine()
