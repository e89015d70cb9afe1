"""Addresses as labels, people and programs make them: see frontend/src/cases/README.md."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from django.test import Client
from django.urls import reverse

from upendo.catalogue import codes
from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import BatchBeekeeperFactory, JarFactory
from upendo.insights.models import UnknownCode

pytestmark = pytest.mark.django_db

CASES = json.loads(Path("frontend/src/cases/addresses.json").read_text())


def ask(client: Client, address: str) -> Any:
    """Ask for an address as a server passes it on: the client's own reading takes // for a host."""
    return client.get("/", PATH_INFO=unquote_to_bytes(address).decode("latin-1"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["address"])
def test_what_can_only_mean_one_page_opens_it_by_one_redirect_at_most(
    client: Client, case: dict[str, str]
) -> None:
    jar = JarFactory.create(code="PUREJOY")
    BatchBeekeeperFactory.create(batch=jar.batch, beekeeper__pk=20260707)
    first = ask(client, case["address"])
    assert first.headers.get("Location") == case["leadsTo"]
    response = client.get(case["leadsTo"]) if case["leadsTo"] else first
    assert response.status_code == 200
    assert case["leadsTo"] == "/" or b"/app/PUREJOY/" in response.content


@pytest.mark.parametrize("address", ["/PUREJOY", "/purejoy/", "//PUREJOY.", "/PUREJ0Y"])
def test_a_code_alone_leads_to_its_story(client: Client, address: str) -> None:
    JarFactory.create(code="PUREJOY")
    assert ask(client, address)["Location"] == "/app/PUREJOY/menu#typed"


def test_other_words_are_no_page_and_no_code(client: Client) -> None:
    for address in (
        "/backup",
        "/PURE.JOY",
        "/one/two",
        "/🐝",
        "/app/PUREJOY/nonsense/",
        "/q/A/B/C",
    ):
        assert client.get(address).status_code == 404, address
    assert not UnknownCode.objects.exists()


def test_a_word_is_tried_as_a_code_no_more_often_than_codes_are(client: Client) -> None:
    answers = [client.get(f"/TRY{n}").status_code for n in range(31)]
    assert answers[29:] == [404, 429]


def test_the_desk_still_gets_its_slash(client: Client) -> None:
    assert client.get("/admin")["Location"] == "/admin/"


def test_a_code_that_no_jar_carries_is_counted_however_it_is_asked_for(client: Client) -> None:
    missing = codes.generate()
    odd = ["/Q/{}", "/q/{})", "/q/{}/", "/APP/{}/MENU", "//q/{},", "/{}", "/app/{}/menu/"]
    for address in odd:
        response = ask(client, address.format(missing))
        if response.status_code == 302:
            response = client.get(response["Location"])
        assert response.status_code == 404
        assert f"no jar called {missing}" in response.content.decode()
    assert UnknownCode.objects.get(code=missing).count == len(odd)


@pytest.mark.parametrize(
    ("address", "way"), [("/q/B00KI0L", "#square"), ("/app/BOOK101/menu", ""), ("/app/b00k1O1", "")]
)
def test_a_code_misread_opens_the_only_one_that_looks_like_it(
    client: Client, address: str, way: str
) -> None:
    JarFactory.create(code="BOOKLO1")
    JarFactory.create(code="BOOK999")
    assert client.get(address)["Location"] == f"/app/BOOKLO1/menu{way}"
    assert client.get("/api/v1/stories/B00KI0L/").json()["code"] == "BOOKLO1"
    assert client.get("/app/B00KI0L/read")["Location"] == "/app/BOOKLO1/read"
    assert not UnknownCode.objects.exists()


def test_of_two_codes_that_look_alike_none_is_chosen(client: Client) -> None:
    for code in ("B0OK1", "BO0KL"):
        JarFactory.create(code=code)
    assert client.get("/app/B0OK1/menu").status_code == 200
    response = client.get("/api/v1/stories/BOOKI/")
    assert (response.status_code, response.json()["suggestions"]) == (404, ["B0OK1", "BO0KL"])


def test_a_code_that_is_not_printed_yet_is_not_what_was_meant(client: Client) -> None:
    JarFactory.create(code="BOOK0", status=Jar.Status.DRAFT)
    assert client.get("/app/BOOKO/menu").status_code == 404


def test_links_have_the_plain_form() -> None:
    assert reverse("qr", args=["PUREJOY"]) == "/q/PUREJOY"
