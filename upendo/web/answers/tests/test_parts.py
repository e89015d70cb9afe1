"""Parts of an answer; which ones a header asks for stands in test_shared_cases.py."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from upendo.web.answers.parts import in_part

CONTENT = bytes(range(256))


def ask(method: str = "GET", **headers: str) -> HttpResponse:
    request = RequestFactory().generic(method, "/", headers=headers)
    return in_part(request, HttpResponse(CONTENT, headers={"ETag": '"now"'}))


@pytest.mark.parametrize("known", [{}, {"If-Range": '"now"'}])
def test_the_part_that_is_asked_for_is_sent(known: dict[str, str]) -> None:
    answer = ask(Range="bytes=10-19", **known)
    assert (answer.status_code, answer.content) == (206, CONTENT[10:20])
    assert answer["Content-Range"] == "bytes 10-19/256"
    assert (answer["Accept-Ranges"], answer["ETag"]) == ("bytes", '"now"')


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Range": "bytes=9-3"},
        {"Range": "bytes=0-9", "If-Range": '"before"'},
        {"Range": "bytes=0-9", "If-Range": 'W/"now"'},
        {"Range": "bytes=0-9", "If-Range": "Fri, 27 Nov 2026 03:00:00 GMT"},
    ],
)
def test_all_is_sent_to_who_asks_for_no_part_of_this_version(headers: dict[str, str]) -> None:
    answer = ask(**headers)
    assert (answer.status_code, answer.content) == (200, CONTENT)
    assert answer["Accept-Ranges"] == "bytes"


def test_a_part_that_is_not_there_is_refused_with_the_length() -> None:
    answer = ask(Range="bytes=256-")
    assert (answer.status_code, answer["Content-Range"]) == (416, "bytes */256")
    assert not answer.content


def test_who_asks_for_the_head_is_told_of_the_whole() -> None:
    assert ask("HEAD", Range="bytes=0-9").status_code == 200
