"""Hundreds of clients that are slow or silent, while others read."""

import asyncio
import os

from dev.attack.server import Server
from dev.attack.table import Row, percentile
from upendo.site.tests.hanging.slow_clients import PAGES, read_besieged, read_in_turn

SECONDS_BEFORE, SECONDS = 8, 20
MOST_SECONDS = 1.0  # for 99 of 100 readers


def drill(server: Server) -> list[Row]:
    """Read meanwhile; a page that fails is lost, and readers who wait for a second.

    Where they wait as long before the clients come, the machine is too busy to say anything: then
    their waiting was not tried.
    """
    for path in PAGES * 4:  # as in every minute but a worker's first
        asyncio.run(server.door.get(path))
    before = _p99(asyncio.run(read_in_turn(server.door, PAGES, SECONDS_BEFORE)))
    answers = asyncio.run(read_besieged(server.door, SECONDS))
    meanwhile = _p99(answers)
    failed = sum(status != 200 for status, _ in answers)
    tried = int(before < MOST_SECONDS)
    note = f"{meanwhile:.2f} s; {before:.2f} s before; load {os.getloadavg()[0]:.1f}"
    return [
        Row("pages read while 200 clients are slow and 200 silent", len(answers), failed),
        Row("readers' p99 meanwhile", tried, int(tried and meanwhile >= MOST_SECONDS), note),
    ]


def _p99(answers: list[tuple[int, float]]) -> float:
    return percentile((seconds for _, seconds in answers), 0.99)
