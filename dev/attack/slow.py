"""Hundreds of clients that are slow or silent, while others read."""

import asyncio

from dev.attack.server import Server
from dev.attack.table import Row, percentile
from upendo.site.tests.hanging.slow_clients import PAGES, read_besieged

SECONDS = 20
MOST_SECONDS = 1.0  # for 99 of 100 readers


def drill(server: Server) -> list[Row]:
    """Read meanwhile; a page that fails is lost, and readers who wait for a second."""
    for path in PAGES:
        asyncio.run(server.door.get(path))
    answers = asyncio.run(read_besieged(server.door, SECONDS))
    p99 = percentile((seconds for _, seconds in answers), 0.99)
    failed = sum(status != 200 for status, _ in answers)
    return [
        Row("pages read while 200 clients are slow and 200 silent", len(answers), failed),
        Row("readers' p99 meanwhile", 1, int(p99 >= MOST_SECONDS), f"{p99:.2f} s"),
    ]
