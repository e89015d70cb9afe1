"""What counting costs a reader: the time of a page, with beacons coming in beside it and without.

The page's own request meets no line of the counting: what could cost are the beacons, which share
the processors with it. They come as a million visits a day send them, two each.
"""

import http.client
import json
import threading
import time
from itertools import count, repeat
from statistics import median, quantiles

from dev.bench.server import serving
from dev.browser_server import prepare

PORT = 8126
ROUNDS = 15
PAGES = 300  # in each round, one after the other
BEACONS = 2 * 1_000_000 / 86_400  # a second
MOST = 0.02  # of a page's time
PAGE = "/q/MSTUK47W"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"
VISIT = {"code": "MSTUK47W", "way": "square", "opened": True, "pages": ["menu"], "acts": []}


def main() -> None:
    """Measure by turns, because a machine is not always equally fast, and print the medians."""
    prepare()
    with serving(PORT, "--workers", "2"):
        _pages(PAGES)  # warm up
        alone, beside, beacons = [], [], []
        for _ in range(ROUNDS):
            alone += _pages(PAGES)
            with _Beacons() as arriving:
                beside += _pages(PAGES)
            beacons += arriving.times
    for name, times in (("page", alone), ("page, beacons beside it", beside), ("beacon", beacons)):
        print(f"{name:26}{median(times):8.2f} ms, p99 {quantiles(times, n=100)[98]:.2f}")
    cost = median(beside) / median(alone) - 1
    met = "met" if cost <= MOST else "NOT met"
    print(f"{'cost on the page':26}{cost:8.1%}   at most {MOST:.0%}: {met}")


def _pages(number: int) -> list[float]:
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
    try:
        return [_ask(connection, "GET", PAGE, 200) for _ in repeat(None, number)]
    finally:
        connection.close()


def _ask(
    connection: http.client.HTTPConnection,
    method: str,
    path: str,
    status: int,
    body: str | None = None,
    **headers: str,
) -> float:
    """Return the milliseconds of an answer. Raises SystemExit when it has another status."""
    started = time.perf_counter()
    connection.request(method, path, body, {"Accept-Encoding": "br", **headers})
    answer = connection.getresponse()
    answer.read()
    if answer.status != status:
        raise SystemExit(f"The server answered {path} with {answer.status}.")
    return (time.perf_counter() - started) * 1000


class _Beacons:
    """Sends beacons at their pace while the block runs, each from another network."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._send)

    def __enter__(self) -> "_Beacons":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _send(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=20)
        body = json.dumps(VISIT)
        for number in count():
            if self._over.wait(1 / BEACONS):
                break
            headers = {
                "Content-Type": "application/json",
                "User-Agent": PHONE,
                "X-Forwarded-For": f"10.{number >> 8 & 255}.{number & 255}.1",
            }
            self.times.append(_ask(connection, "POST", "/api/v1/visits/", 204, body, **headers))
        connection.close()


if __name__ == "__main__":
    main()
