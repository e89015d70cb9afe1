"""The readers' shorter way leads to the same answers as the long one."""

import pytest
from django.conf import settings as configured
from django.test import Client
from pytest_django import Settings

from upendo.catalogue.tests.factories import JarFactory, PictureFactory
from upendo.insights.models import UnknownCode

pytestmark = pytest.mark.django_db

SHORT_WAY = "upendo.web.readers.ReadersMiddleware"
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
OWN = {"X-Request-ID", "Date"}  # of each answer


def answers(settings: Settings, *, secure: bool, host: str) -> list[object]:
    """Return the status, the headers and the content of everything that readers ask for."""
    settings.SECURE_SSL_REDIRECT = secure
    settings.SECURE_HSTS_SECONDS = 3600
    client = Client(raise_request_exception=False)
    found: list[object] = []
    for method in ("GET", "HEAD", "POST", "OPTIONS"):
        for address in [*ADDRESSES, PictureFactory.create().src]:
            answer = client.generic(method, address, headers={"Host": host})
            headers = {name: value for name, value in answer.items() if name not in OWN}
            content = b"" if method == "HEAD" else b"".join(answer)
            found.append((method, answer.status_code, headers, content))
    return found


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
