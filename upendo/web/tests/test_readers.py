"""The readers' shorter way leads to the same answers as the long one."""

import re
from typing import Any

import pytest
from django.conf import settings as configured
from django.test import Client
from pytest_django import Settings

from upendo.catalogue.tests.factories import JarFactory, PictureFactory
from upendo.insights.models import UnknownCode

pytestmark = pytest.mark.django_db

SHORT_WAY = "upendo.web.requests.readers.ReadersMiddleware"
ADDRESSES = [
    "/",
    "/q/PUREJOY",
    "/q/pure-joy?from=label",
    "/app/PUREJOY/read",
    "/app/PUREJOY/nonsense",
    "/app/NOSUCH/menu",
    "/api/v1/stories/PUREJOY/",
    "/api/v1/stories/PUREJOY",
    "/api/v1/stories/NOSUCH/",
    "/share/PUREJOY/menu.jpg",
    "/share/PUREJOY/nonsense.jpg",
    "/offline.json",
    "/service-worker.js",
    "/manifest.webmanifest",
    "/media/pictures/0123456789abcdef/480.webp",
    "/trace?code=PUREJOY",
    "/no/such/page",
]


def answers(settings: Settings, *, secure: bool, host: str) -> list[object]:
    """Return the status, the headers and the content of everything that readers ask for."""
    settings.SECURE_SSL_REDIRECT = secure
    settings.SECURE_HSTS_SECONDS = 3600
    client = Client(raise_request_exception=False)
    found: list[object] = []
    for method in ("GET", "HEAD", "POST", "OPTIONS"):
        for address in [*ADDRESSES, PictureFactory.create().src]:
            answer = client.generic(method, address, headers={"Host": host})
            found.append((method, address, answer.status_code, *compared(answer)))
    return found


def compared(answer: Any) -> tuple[dict[str, str], str]:
    """Return an answer's headers and its text, without what is of each answer alone."""
    nonce = re.search(r"'nonce-([^']+)'", answer["Content-Security-Policy"])
    own = [answer["X-Request-ID"], *([nonce[1]] if nonce else [])]
    headers = {
        name: value for name, value in answer.items() if name not in {"X-Request-ID", "Date"}
    }
    text = b"".join(answer).decode(errors="replace")
    for value in own:
        text = text.replace(value, "…")
        headers = {name: header.replace(value, "…") for name, header in headers.items()}
    return headers, text


@pytest.mark.parametrize(
    ("secure", "host"), [(False, "testserver"), (True, "testserver"), (False, "elsewhere.example")]
)
def test_both_ways_lead_to_the_same_answers(settings: Settings, *, secure: bool, host: str) -> None:
    JarFactory.create(code="PUREJOY")
    short = answers(settings, secure=secure, host=host)
    settings.MIDDLEWARE = [name for name in configured.MIDDLEWARE if name != SHORT_WAY]
    for one, other in zip(short, answers(settings, secure=secure, host=host), strict=True):
        assert one == other


def test_a_reader_s_answer_says_what_every_answer_says(client: Client) -> None:
    JarFactory.create(code="PUREJOY")
    answer = client.get("/q/PUREJOY")
    assert answer["X-Frame-Options"] == "DENY"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    for header in ("Permissions-Policy", "Referrer-Policy", "X-Request-ID"):
        assert answer[header]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert int(answer["Content-Length"]) == len(answer.content)


def test_unknown_codes_are_counted_on_this_way_too(client: Client) -> None:
    client.get("/q/NOSUCH")
    client.get("/api/v1/stories/NOSUCH/")
    assert UnknownCode.objects.get().count == 2
