"""A database that accepts and never answers, or whose tables are locked, stops no kept story."""

import asyncio
import json
import time
from collections.abc import Iterator

import pytest

from upendo.inbox.tests.faults.stack import wait_until
from upendo.site.tests.hanging.slow_clients import Door, read_in_turn
from upendo.site.tests.hanging.stack import Stack

STORIES = ["/app/JAR1/menu", "/api/v1/stories/JAR2/"]
WAITING = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
KEPT = 1.0 + 1.0  # seconds: what a kept story waits for the database, and a busy machine


@pytest.fixture
def door(stack: Stack) -> Door:
    """Both workers have told these stories."""
    asyncio.run(read_in_turn(stack.door, STORIES, seconds=4))
    return stack.door


async def read_meanwhile(door: Door, *first: str) -> list[tuple[int, float]]:
    """Have the first ones wait for what they do not get, and then read stories."""
    waiting = asyncio.gather(*(door.get(path) for path in first))
    await asyncio.sleep(8)  # both workers learn that the database is silent
    await waiting
    return await read_in_turn(door, [*STORIES, "/robots.txt"], seconds=6)


def expect_stories(answers: list[tuple[int, float]]) -> None:
    assert {status for status, _ in answers} == {200}
    seconds = sorted(seconds for _, seconds in answers)
    # One reader at a time asks whether the database is back, and waits a second for it.
    assert seconds[-1] < KEPT + 1, seconds[-10:]
    assert seconds[len(seconds) * 3 // 4] < 1, seconds


def test_kept_stories_are_told_while_the_server_is_stopped(stack: Stack, door: Door) -> None:
    with stack.postgres.hanging():
        expect_stories(asyncio.run(read_meanwhile(door, *(f"/app/JAR{n}/menu" for n in range(20)))))
    wait_until(lambda: asyncio.run(door.get("/app/JAR30/menu"))[0] == 200)


def test_kept_stories_are_told_while_a_table_is_locked(stack: Stack, door: Door) -> None:
    with stack.postgres.locked("catalogue_jar"):
        expect_stories(asyncio.run(read_meanwhile(door, *(f"/app/JAR{n}/menu" for n in range(20)))))
        # PostgreSQL has learned that we gave up, and holds no process for us.
        began = time.monotonic()
        while stack.postgres.rows(WAITING) and time.monotonic() < began + 20:
            time.sleep(0.1)
        assert stack.postgres.rows(WAITING) == []
    wait_until(lambda: asyncio.run(door.get("/app/JAR31/menu"))[0] == 200)


def test_the_host_learns_within_two_seconds_what_is_silent(stack: Stack, door: Door) -> None:
    async def ask() -> tuple[bytes, float]:
        crowd = [asyncio.create_task(door.get(f"/app/JAR{n}/read")) for n in range(20, 32)]
        await asyncio.sleep(0.5)  # all threads wait
        began = time.monotonic()
        answer = await door.slowly(
            door.request("GET", "/healthz", "Connection: close"), pieces=1, pause=0
        )
        seconds = time.monotonic() - began
        await asyncio.gather(*crowd)
        return answer, seconds

    with stack.postgres.hanging():
        answer, seconds = asyncio.run(ask())
    said = json.loads(answer.partition(b"\r\n\r\n")[2])
    assert (said["status"], said["database"], said["storage"]) == (
        "unavailable", "unavailable", "ok",
    )  # fmt: skip
    assert seconds < 2
    wait_until(lambda: asyncio.run(door.get("/healthz"))[0] == 200)


@pytest.fixture(scope="module")
def silent(stack: Stack) -> Iterator[Door]:
    """The database is silent until the end of this module: the tests that need it stand above."""
    with stack.postgres.hanging():
        yield stack.door


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/app/JAR40/menu"),
        ("GET", "/app/JAR41/read"),
        ("GET", "/q/JAR42"),
        ("GET", "/app/NOSUCH1/menu"),
        ("GET", "/share/JAR43/menu.jpg"),
        ("GET", "/letters/nosuch"),
        ("GET", "/media/evidence/0123456789abcdef/report.pdf"),
        ("GET", "/api/v1/stories/JAR44/"),
        ("OPTIONS", "/api/v1/honeys/"),
        ("GET", "/admin/login/"),
    ],
)
def test_what_nobody_kept_is_said_to_come_later(silent: Door, method: str, path: str) -> None:
    request = silent.request(method, path, "Cookie: session=abcdefghijklmnop", "Connection: close")
    answer = asyncio.run(silent.slowly(request, pieces=1, pause=0))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.split(b" ")[1] == b"503", answer
    assert b"Retry-After: 60" in head
    assert b"no-store" in head
    assert b"Our database does not answer just now. Please try again in a minute." in body
    assert (b"application/json" in head) == path.startswith("/api/")
