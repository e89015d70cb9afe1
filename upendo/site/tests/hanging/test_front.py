"""What the front reads and refuses, byte by byte."""

import asyncio

import pytest

from upendo.catalogue.tests.factories import image_file
from upendo.site.tests.hanging.slow_clients import Door, besieged
from upendo.site.tests.hanging.stack import Stack

TOKEN = "a" * 32


@pytest.fixture
def door(stack: Stack) -> Door:
    return stack.door


def say(door: Door, request: bytes, pieces: int = 1, pause: float = 0) -> bytes:
    return asyncio.run(asyncio.wait_for(door.slowly(request, pieces=pieces, pause=pause), 60))


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (["X-Long: " + "x" * 40_000], b"431"),
        ([f"X-{n}: {'x' * 400}" for n in range(90)], b"431"),
        (["Transfer-Encoding: chunked"], b"411"),
        (["Content-Length: 99999999999"], b"413"),
        (["Content-Length: 5", "Content-Length: 6"], b"400"),
        (["Content-Length: +5"], b"400"),
        (["Content-Length : 5"], b"400"),
    ],
)
def test_what_is_too_long_or_unclear_is_refused(
    door: Door, headers: list[str], status: bytes
) -> None:
    request = door.request("POST", "/api/v1/letters/", *headers) + b"012345"
    assert say(door, request).split(b" ")[1] == status


def test_several_requests_sent_at_once_are_answered_in_turn(door: Door) -> None:
    requests = door.request("GET", "/robots.txt") + door.request("GET", "/app/JAR1/menu")
    answer = say(door, requests + door.request("GET", "/healthz", "Connection: close"))
    assert answer.count(b"HTTP/1.1 200 OK") == 3
    assert answer.index(b"User-agent") < answer.index(b"<!doctype") < answer.index(b"migrations")


def test_a_connection_waits_for_the_next_request(door: Door) -> None:
    request = door.request("GET", "/robots.txt")
    answer = say(door, request + door.request("HEAD", "/", "Connection: close"), 4, 0.3)
    assert answer.count(b"HTTP/1.1 200 OK") == 2


def test_a_client_that_asks_first_is_told_to_go_on(door: Door) -> None:
    headers = ["Expect: 100-continue", "Content-Length: 4000", "Connection: close"]
    answer = say(door, door.request("POST", "/api/v1/letters/", *headers) + b" " * 4000, 4, 0.2)
    assert answer.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 4")
    assert answer.count(b"100 Continue") == 1


def test_when_there_are_too_many_clients_the_slowest_leave(door: Door) -> None:
    async def crowd() -> int:
        async with besieged(*(door.silent() for _ in range(1000))):
            return (await door.get("/robots.txt"))[0]

    assert asyncio.run(crowd()) == 200


def test_an_editor_s_large_picture_arrives_over_a_slow_line(stack: Stack) -> None:
    noise = image_file((1200, 800)).read()
    parts = {"csrfmiddlewaretoken": TOKEN.encode(), "alt": b"A hive", "focus_x": b"50"}
    body = b"".join(
        f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + value + b"\r\n"
        for name, value in (parts | {"focus_y": b"50", "padding": b" " * 1_500_000}).items()
    )
    body += b'--b\r\nContent-Disposition: form-data; name="image"; filename="hive.jpg"\r\n'
    body += b"Content-Type: image/jpeg\r\n\r\n" + noise + b"\0" * 8_000_000 + b"\r\n--b--\r\n"
    head = stack.door.request(
        "POST", "/admin/catalogue/picture/add/",
        "Content-Type: multipart/form-data; boundary=b", f"Content-Length: {len(body)}",
        f"Cookie: session={stack.session}; csrftoken={TOKEN}", "Connection: close",
    )  # fmt: skip
    answer = say(stack.door, head + body, pieces=10, pause=1)
    assert answer.startswith(b"HTTP/1.1 302"), answer[-3000:]
