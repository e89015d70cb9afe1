"""What a beacon changes, and whose is not counted."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from upendo.catalogue.tests.factories import JarFactory
from upendo.insights.api import requests
from upendo.insights.counting.gathered import Counted, gathered
from upendo.insights.models import Kind
from upendo.web.throttling.in_memory import MemoryLimit

PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) Version/15.6 Mobile/15E148 Safari/604.1"
)
TABLET = PHONE.replace("iPhone;", "iPad;")
LAPTOP = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
READER = {"User-Agent": PHONE, "Accept-Language": "de-AT,de;q=0.9", "Sec-Fetch-Site": "same-origin"}
VISIT: dict[str, Any] = {
    "code": "PUREJOY",
    "way": "square",
    "opened": True,
    "pages": ["menu", "beekeeper"],
    "acts": ["shared"],
}
GOES_ON = VISIT | {"opened": False, "pages": ["honey-type"], "acts": []}


@pytest.fixture(autouse=True)
def nothing_counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(requests, "PER_NETWORK", MemoryLimit(most=60, seconds=3600))
    gathered.take()
    yield
    gathered.take()


def send(client: Client, body: object = VISIT, **headers: str) -> int:
    """Send a beacon as a browser does, and return the answer's status."""
    text = body if isinstance(body, bytes) else json.dumps(body)
    address, kind = "/api/v1/visits/", "application/json"
    answer: Any = client.generic("POST", address, text, kind, headers=READER | headers)
    return int(answer.status_code)


def counted() -> dict[Counted, int]:
    """Return what was gathered today."""
    return dict(next(iter(gathered.take().values()), {}))


def test_an_opening_counts_with_its_pages_acts_language_and_device(client: Client) -> None:
    assert send(client) == 204
    assert counted() == dict.fromkeys(
        [
            Counted("PUREJOY", Kind.VISIT, "square"),
            Counted("PUREJOY", Kind.PAGE, "square", "menu"),
            Counted("PUREJOY", Kind.PAGE, "square", "beekeeper"),
            Counted("PUREJOY", Kind.ACT, "square", "shared"),
            Counted("PUREJOY", Kind.LANGUAGE, "", "de"),
            Counted("PUREJOY", Kind.DEVICE, "", "phone"),
        ],
        1,
    )


def test_a_visit_that_goes_on_counts_only_what_is_new(client: Client) -> None:
    send(client, GOES_ON)
    assert counted() == {Counted("PUREJOY", Kind.PAGE, "square", "honey-type"): 1}


@pytest.mark.django_db
def test_nothing_is_asked_of_the_database(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    JarFactory.create(code="PUREJOY")
    with django_assert_num_queries(0):
        send(client)


@pytest.mark.parametrize(
    ("agent", "device"), [(PHONE, "phone"), (TABLET, "larger"), (LAPTOP, "larger")]
)
def test_the_sort_of_device(client: Client, agent: str, device: str) -> None:
    send(client, **{"User-Agent": agent})
    assert Counted("PUREJOY", Kind.DEVICE, "", device) in counted()


@pytest.mark.parametrize(
    ("header", "language"), [("sw", "sw"), ("EN-gb;q=0.5", "en"), ("qq-QQ", "other"), ("*", "")]
)
def test_the_language(client: Client, header: str, language: str) -> None:
    send(client, **{"Accept-Language": header})
    values = [key.value for key in counted() if key.kind == Kind.LANGUAGE]
    assert values == ([language] if language else [])


@pytest.mark.parametrize(
    ("named", "country"), [("DE", "DE"), ("XX", ""), ("T1", ""), ("Germany", ""), ("", "")]
)
def test_a_country_is_counted_if_a_proxy_of_ours_names_it(
    client: Client, settings: Settings, named: str, country: str
) -> None:
    send(client, **{"CF-IPCountry": named})
    assert Kind.COUNTRY not in {key.kind for key in counted()}
    settings.COUNTRY_HEADER = "CF-IPCountry"
    send(client, **{"CF-IPCountry": named})
    values = [key.value for key in counted() if key.kind == Kind.COUNTRY]
    assert values == ([country] if country else [])


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-GPC": "1"},
        {"DNT": "1"},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Cookie": "__Host-session=of-the-team; other=1"},
        {"User-Agent": ""},
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"User-Agent": f"{LAPTOP} HeadlessChrome/140.0.0.0"},
        {"User-Agent": "facebookexternalhit/1.1"},
    ],
    ids=str,
)
def test_who_is_not_counted(client: Client, settings: Settings, headers: dict[str, str]) -> None:
    settings.SESSION_COOKIE_NAME = "__Host-session"
    assert send(client, **headers) == 204
    assert counted() == {}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (VISIT | {"code": "N0-SUCH/../"}, 204),
        (VISIT | {"code": "\N{HONEY POT}"}, 204),
        (VISIT | {"code": ""}, 400),
        (VISIT | {"code": "PUREJOY\0"}, 400),
        (VISIT | {"code": "A" * 900}, 400),
        (VISIT | {"way": "elsewhere"}, 400),
        (VISIT | {"opened": -1}, 400),
        (VISIT | {"opened": 10**9}, 400),
        (VISIT | {"pages": ["nonsense"]}, 400),
        (VISIT | {"pages": "menu"}, 400),
        (VISIT | {"pages": {"menu": -5}}, 400),
        (VISIT | {"pages": [["menu"]]}, 400),
        (VISIT | {"acts": ["shared"] * 50}, 400),
        (VISIT | {"acts": [None]}, 400),
        ({}, 400),
        ([VISIT], 400),
        (b"", 400),
        (b"-1", 400),
        (b"NaN", 400),
        (b"\xff\xfe", 400),
        (b"[" * 1000, 400),
        (b'{"code": ' + b"9" * 900 + b"}", 400),
        (b" " * 2**20, 413),
    ],
    ids=lambda value: repr(value)[:60],
)
def test_a_wrong_beacon_changes_no_number(client: Client, body: object, status: int) -> None:
    assert send(client, body) == status
    assert not {key for key in counted() if key.code != "N0SUCH"}


def test_a_page_named_twice_counts_once(client: Client) -> None:
    send(client, GOES_ON | {"pages": ["menu", "menu"]})
    assert counted() == {Counted("PUREJOY", Kind.PAGE, "square", "menu"): 1}


def test_a_thousand_beacons_count_as_one_network_s_and_others_still_count(client: Client) -> None:
    assert {send(client) for _ in range(1000)} == {204}
    opened = Counted("PUREJOY", Kind.VISIT, "square")
    assert counted()[opened] == 60
    client.defaults["REMOTE_ADDR"] = "203.0.113.7"
    send(client)
    assert counted()[opened] == 1


@pytest.mark.django_db
def test_another_site_s_form_is_no_beacon(client: Client) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = client.generic("POST", "/api/v1/visits/", json.dumps(VISIT), kind, headers=READER)
        assert answer.status_code == 415
    assert client.get("/api/v1/visits/").status_code == 405
    assert counted() == {}
