"""Slow clients wait in the front, where they cost a buffer each, and not a thread."""

import asyncio
import json
from urllib.request import urlopen

from upendo.inbox.tests.factories import letter_data
from upendo.site.tests.hanging.slow_clients import PAGES, read_besieged
from upendo.site.tests.hanging.stack import Stack


def test_readers_wait_under_a_second_while_400_slow_clients_stand_at_the_door(
    stack: Stack,
) -> None:
    door = stack.door
    for path in PAGES * 4:  # as in every minute but a worker's first
        urlopen(f"{stack.address}{path}").close()

    answers = asyncio.run(read_besieged(door, seconds=8))
    assert {status for status, _ in answers} == {200}
    waited = sorted(seconds for _, seconds in answers)
    assert waited[int(len(waited) * 0.99)] < 1, waited[-10:]


def test_a_letter_that_comes_in_pieces_over_20_seconds_arrives(stack: Stack) -> None:
    data = letter_data(code="JAR0", message="From a hill with one bar of signal. " * 50)
    body = json.dumps(data).encode().ljust(3000)
    head = stack.door.request(
        "POST", "/api/v1/letters/", "Content-Type: application/json",
        f"Content-Length: {len(body)}", "Connection: close",
    )  # fmt: skip
    answer = asyncio.run(stack.door.slowly(head + body, pieces=20, pause=1))
    assert answer.startswith(b"HTTP/1.1 201"), answer
