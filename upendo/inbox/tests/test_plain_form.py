from typing import Any

import pytest
from django.test import Client

from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.api.parsers import MOST_BYTES
from upendo.inbox.models import Announcement, Letter, Message

pytestmark = pytest.mark.django_db

ADDRESS = "/letters/new/PUREJOY"
LETTER = {
    "name": "Ann",
    "message": "Asante!\r\nIt tastes of caramel.",
    "email": "",
    "website": "",
    "consent_version": "2026-11",
    "consent_text": "You agree that we pass it on.",
}


@pytest.fixture(autouse=True)
def jar() -> None:
    JarFactory.create(code="PUREJOY", beekeeper__name="Asha")


def send(client: Client, **changed: str) -> Any:
    return client.post(ADDRESS, LETTER | changed)


def test_a_letter_is_taken_and_its_private_link_is_shown(client: Client) -> None:
    answer = send(client)
    letter = Letter.objects.get()
    assert answer["Location"] == f"/letters/{letter.token}?new"
    assert (letter.jar.code, letter.reader_name, letter.status) == ("PUREJOY", "Ann", "new")
    assert letter.consent_text == "You agree that we pass it on."
    assert letter.messages.get().text == "Asante!\nIt tastes of caramel."
    assert Announcement.objects.get().message.letter == letter
    page = client.get(answer["Location"]).content.decode()
    assert "on its way to <bdi>Asha</bdi>" in page
    assert f">http://testserver/letters/{letter.token}</a>" in page
    assert "Keep this link" not in client.get(letter.get_absolute_url()).content.decode()


def test_a_letter_sent_twice_is_kept_once_and_another_apart(client: Client) -> None:
    first, again = send(client), send(client)
    assert first["Location"] == again["Location"]
    assert send(client, message="And another thing.")["Location"] != first["Location"]
    assert Message.objects.count() == 2


def test_the_same_words_from_elsewhere_are_another_letter(client: Client) -> None:
    here = send(client)["Location"]
    there = client.post(ADDRESS, LETTER, headers={"User-Agent": "Another browser"})["Location"]
    assert here != there


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("name", " ", "Please give a name to answer to."),
        ("name", "x" * 81, "shorten the name to 80 characters"),
        ("message", "", "Please write a message."),
        ("email", "ann at home", "should look like name@example.org"),
        ("consent_version", "1999-01", "Please reload this page"),
    ],
)
def test_what_is_wrong_is_told_beside_it_and_nothing_written_is_lost(
    client: Client, field: str, value: str, told: str
) -> None:
    answer = send(client, **{field: value})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert told in page
    assert "It tastes of caramel." in page or field == "message"
    assert 'value="Ann"' in page or field == "name"
    assert not Letter.objects.exists()


def test_it_has_the_rules_of_every_letter(client: Client) -> None:
    send(client, website="https://example.org")
    assert Letter.objects.get().status == Letter.Status.SPAM
    assert client.post(ADDRESS, {"message": "x" * MOST_BYTES}).status_code == 413
    unknown = client.post("/letters/new/N0SUCH", LETTER)
    assert "No jar carries this code" in unknown.content.decode()


def test_too_many_are_refused_with_a_page(client: Client) -> None:
    answers = [client.post(ADDRESS, {}).status_code for _ in range(31)]
    assert answers[-2:] == [400, 429]


def test_the_address_alone_leads_to_the_form(client: Client) -> None:
    assert client.get(ADDRESS)["Location"] == "/app/PUREJOY/beekeeper-message"


def test_it_is_kept_by_no_cache(client: Client) -> None:
    assert "no-store" in send(client, name="")["Cache-Control"]


def test_what_is_written_decides_which_way_it_goes(client: Client) -> None:
    refused = send(client, name="").content.decode()
    assert refused.count('dir="auto"') == 2
    page = client.get(send(client)["Location"]).content.decode()
    assert '<div dir="auto"><p>Asante!' in page
    assert "<h1>Your letter to <bdi>Asha</bdi></h1>" in page
