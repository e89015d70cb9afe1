"""What counting costs: the processor's time of a beacon, beside that of a page.

The page's own request meets no line of the counting. What could cost are the beacons, which share
the processors with it: a page waits longer by the part that they take of the two processors that
two workers have. A million visits a day send two each. Processors' time is nearly the same on a
busy machine, and pages and beacons are measured by turns.
"""

import http.client
import json
import os
from collections.abc import Iterable, Iterator
from itertools import count, islice, repeat
from pathlib import Path

import psycopg2

from dev.bench.server import serving
from dev.browser_tests.server import prepare
from dev.processes import children

PORT = 8126
WORKERS = 2
ROUNDS = 10
REQUESTS = 200  # of each kind in each round
BEACONS = 2 * 1_000_000 / 86_400  # a second
MOST = 0.02  # of the processors
PAGE = "/q/MSTUK47W"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148"
VISIT = json.dumps(
    {"code": "MSTUK47W", "way": "square", "opened": True, "pages": ["menu"], "acts": []}
)
COUNTED = "SELECT sum(day) FROM insights_storycount, unnest(days) day WHERE kind = 'visit'"

type Ask = tuple[str, str, int, str | None, dict[str, str]]


def main() -> None:
    """Print what each takes, and which part of the processors the beacons of a second take."""
    prepare()
    os.environ["TRUSTED_PROXIES"] = "1"  # beacons come from many networks, or few would be counted
    page: Ask = ("GET", PAGE, 200, None, {})
    beacons, pages = _beacons(), repeat(page)
    spent = {"page": 0.0, "beacon": 0.0}
    with serving(PORT, "--workers", str(WORKERS)) as server:
        for kind in (pages, beacons):
            _ask(islice(kind, REQUESTS))  # warm up
        for _ in range(ROUNDS):
            spent["page"] += _spent(server, islice(pages, REQUESTS))
            spent["beacon"] += _spent(server, islice(beacons, REQUESTS))
    _check_counted((ROUNDS + 1) * REQUESTS)
    each = {name: seconds / (ROUNDS * REQUESTS) for name, seconds in spent.items()}
    for name, seconds in each.items():
        print(f"{name:34}{seconds * 1000:8.2f} ms of a processor")
    cost = BEACONS * each["beacon"] / WORKERS
    met = "met" if cost <= MOST else "NOT met"
    print(f"{f'{BEACONS:.0f} beacons a second':34}{cost:8.1%}   at most {MOST:.0%}: {met}")


def _beacons() -> Iterator[Ask]:
    """Yield beacons, each from another network."""
    for number in count():
        network = f"10.{number >> 8 & 255}.{number & 255}.1"
        headers = {"Content-Type": "application/json", "User-Agent": PHONE}
        yield "POST", "/api/v1/visits/", 204, VISIT, headers | {"X-Forwarded-For": network}


def _ask(asks: Iterable[Ask]) -> None:
    """Ask one after the other. Raises SystemExit when an answer has another status."""
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    for method, path, status, body, headers in asks:
        connection.request(method, path, body, {"Accept-Encoding": "br", **headers})
        answer = connection.getresponse()
        answer.read()
        if answer.status != status:
            raise SystemExit(f"The server answered {path} with {answer.status}.")
    connection.close()


def _spent(server: int, asks: Iterable[Ask]) -> float:
    """Return the seconds of a processor that the workers take for some requests."""
    workers = children(str(server))

    def seconds() -> float:
        # Time in the process and in the kernel; see proc_pid_stat(5).
        fields = [Path(f"/proc/{worker}/stat").read_text().rsplit(")")[1] for worker in workers]
        ticks = sum(int(part) for line in fields for part in line.split()[11:13])
        return ticks / os.sysconf("SC_CLK_TCK")

    before = seconds()
    _ask(asks)
    return seconds() - before


def _check_counted(sent: int) -> None:
    """Raises SystemExit unless every beacon was counted: others would cost less."""
    connection = psycopg2.connect(os.environ["DATABASE_URL"])
    with connection.cursor() as cursor:
        cursor.execute(COUNTED)
        row = cursor.fetchone()
    connection.close()
    if row != (sent,):
        raise SystemExit(f"Of {sent} visits, {row and row[0]} were counted.")


if __name__ == "__main__":
    main()
