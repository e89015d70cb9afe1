"""A store that accepts connections and never answers costs pictures, and nothing else."""

import asyncio
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from upendo.inbox.tests.serving import serving
from upendo.site.tests.hanging.stack import Stack, at


@pytest.fixture
def without_store(stack: Stack, tmp_path: Path) -> Iterator[Stack]:
    """The same application, whose pictures lie where nobody answers."""
    with socket.create_server(("127.0.0.1", 0), backlog=200) as silent:
        environ = {
            "DATABASE_URL": stack.postgres.url,
            "S3_BUCKET": "honey",
            "S3_ENDPOINT_URL": f"http://127.0.0.1:{silent.getsockname()[1]}",
            "S3_REGION": "eu-west-1",
            "S3_ACCESS_KEY_ID": "key",
            "S3_SECRET_ACCESS_KEY": "secret",
        }
        with serving(log=tmp_path / "log", **environ) as address:
            for path in ["/app/JAR1/menu", "/robots.txt"] * 4:  # both workers are warm
                urlopen(f"{address}{path}").close()
            yield at(address, stack)


def test_pages_go_on_while_pictures_wait_for_the_store(without_store: Stack) -> None:
    door = without_store.door

    async def look() -> tuple[list[tuple[int, float]], list[tuple[int, float]]]:
        pictures = [asyncio.create_task(door.get(without_store.picture)) for _ in range(16)]
        await asyncio.sleep(0.2)  # they wait
        pages = [await door.get("/robots.txt") for _ in range(20)]
        return pages, await asyncio.gather(*pictures)

    pages, pictures = asyncio.run(look())
    assert {status for status, _ in pages} == {200}
    # The first may wait for a worker that makes its client of the store.
    assert max(seconds for _, seconds in pages) < 6, pages
    assert sorted(seconds for _, seconds in pages)[15] < 0.5, pages
    assert {status for status, _ in pictures} == {503}
    assert max(seconds for _, seconds in pictures) < 8, pictures


def test_a_share_picture_goes_without_its_picture_and_is_not_kept(without_store: Stack) -> None:
    with urlopen(f"{without_store.address}/share/JARPHOTO/menu.jpg") as answer:
        assert answer.read(2) == b"\xff\xd8"
        assert answer.headers["Cache-Control"] == "no-store"


def test_the_host_learns_that_the_store_is_silent(without_store: Stack) -> None:
    door = without_store.door

    async def ask() -> tuple[dict[str, str], float]:
        request = door.request("GET", "/healthz", "Connection: close")
        began = time.monotonic()
        answer = await door.slowly(request, pieces=1, pause=0)
        return json.loads(answer.partition(b"\r\n\r\n")[2]), time.monotonic() - began

    answers = [asyncio.run(ask()) for _ in range(6)]
    for said, _ in answers:
        assert (said["status"], said["database"], said["storage"]) == ("ok", "ok", "unavailable")
    # A worker's first answer may take longer, which is when it makes its client of the store.
    assert sorted(seconds for _, seconds in answers)[3] < 2, answers
