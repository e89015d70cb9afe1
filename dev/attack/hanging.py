"""A database and a store that hang: they accept connections, and never answer."""

import asyncio
import json
import time

from dev.attack.server import Server
from dev.attack.table import Row, percentile
from upendo.site.tests.hanging.slow_clients import Door, read_in_turn

KNOWN = ["/app/JAR1/menu", "/api/v1/stories/JAR2/", "/robots.txt"]
# What nobody has asked for yet, or what is asked for each time: said to be missing, in words.
UNKNOWN = [
    "/app/JAR40/menu",
    "/app/JAR41/read",
    "/api/v1/stories/JAR42/",
    "/share/JAR43/menu.jpg",
    "/q/JAR44",
    "/letters/nosuch",
]
WARM, SECONDS, PATIENCE = 4, 15, 60
HEALTH_SECONDS = 2
PICTURE_SECONDS = 8


def drill(server: Server) -> list[Row]:
    """Stop the database, then the store."""
    asyncio.run(read_in_turn(server.door, KNOWN, WARM))
    with server.services.postgres.hanging():
        rows = asyncio.run(_without_database(server.door))
    rows.append(_recovers(server.door, "the database comes back", "/app/JAR45/menu"))
    with server.services.silent_store():
        rows += asyncio.run(_without_store(server.door, server.picture))
    rows.append(_recovers(server.door, "the store comes back", server.picture))
    return rows


async def _without_database(door: Door) -> list[Row]:
    health, wait = await _health(door)
    unknown = await asyncio.gather(*(door.get(path) for path in UNKNOWN))
    answers = await read_in_turn(door, KNOWN, SECONDS)
    failed = sum(status != 200 for status, _ in answers)
    p75 = percentile((seconds for _, seconds in answers), 0.75)
    told = health.get("database") == "unavailable" and wait < HEALTH_SECONDS
    return [
        Row("kept stories read while the database hangs", len(answers), failed, f"{p75:.2f} s"),
        Row("others meanwhile, said to come later", len(unknown), _not_503(unknown)),
        Row("the host's question meanwhile", 1, int(not told), f"{wait:.2f} s"),
    ]


async def _without_store(door: Door, picture: str) -> list[Row]:
    asked = [asyncio.create_task(door.get(picture)) for _ in range(16)]
    pages = await read_in_turn(door, KNOWN, SECONDS / 2)
    pictures = await asyncio.gather(*asked)
    health, wait = await _health(door)
    failed = sum(status != 200 for status, _ in pages)
    late = sum(seconds > PICTURE_SECONDS for _, seconds in pictures)
    told = health.get("storage") == "unavailable" and wait < HEALTH_SECONDS
    p99 = percentile((seconds for _, seconds in pages), 0.99)
    return [
        Row("pages read while the store hangs", len(pages), failed, f"p99 {p99:.2f} s"),
        Row("pictures meanwhile, said to come later", len(pictures), _not_503(pictures) + late),
        Row("the host's question meanwhile", 1, int(not told), f"{wait:.2f} s"),
    ]


def _not_503(answers: list[tuple[int, float]]) -> int:
    return sum(status != 503 for status, _ in answers)


async def _health(door: Door) -> tuple[dict[str, str], float]:
    request = door.request("GET", "/healthz", "Connection: close")
    began = time.monotonic()
    answer = await door.slowly(request, pieces=1, pause=0)
    return json.loads(answer.partition(b"\r\n\r\n")[2]), time.monotonic() - began


def _recovers(door: Door, what: str, path: str) -> Row:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if asyncio.run(door.get(path))[0] == 200:
            return Row(what, 1, 0)
        time.sleep(0.2)
    return Row(what, 1, 1)
