from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.models import Announcement, Letter, Message
from upendo.inbox.tests.factories import letter_data
from upendo.web.models import Tally

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def jar() -> None:
    JarFactory.create(code="PUREJOY")


def send(client: Client, data: Any = None, **headers: Any) -> Any:
    body = letter_data() if data is None else data
    return client.post("/api/v1/letters/", body, "application/json", **headers)


def test_a_letter_is_kept_with_the_consent_and_announced_to_the_team(client: Client) -> None:
    answer = send(client, letter_data(code="pure-joy", name=" Ann\tB "))
    letter = Letter.objects.get()
    assert answer.status_code == 201
    assert answer.json() == {"path": f"/letters/{letter.token}"}
    assert (letter.jar.code, letter.reader_name, letter.status) == ("PUREJOY", "Ann B", "new")
    assert (letter.consent_version, letter.consent_text) == (
        "2026-11",
        "You agree that we pass it on.",
    )
    assert letter.messages.get().text == "The honey tastes of caramel."
    assert Announcement.objects.get().message.letter == letter


def test_the_same_attempt_again_makes_no_second_letter(client: Client) -> None:
    data = letter_data()
    first, again = send(client, data), send(client, data)
    assert first.json() == again.json()
    assert (Letter.objects.count(), Announcement.objects.count()) == (1, 1)


def test_words_changed_after_a_lost_answer_are_kept_too(client: Client) -> None:
    data = letter_data()
    send(client, data)
    send(client, data | {"message": "It tastes of apricot, too."})
    assert Message.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_parallel_duplicates_make_exactly_one_letter() -> None:
    data = letter_data()

    def attempt(_: int) -> str:
        try:
            return str(send(Client(), data).json()["path"])
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        paths = set(pool.map(attempt, range(24)))
    assert paths == {Letter.objects.get().get_absolute_url()}
    assert (Message.objects.count(), Announcement.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"code": "NOSUCHJAR"}, "code", "No jar carries this code"),
        ({"name": " "}, "name", "give a name"),
        ({"name": "\u202e\u200b"}, "name", "give a name"),
        ({"message": "\n "}, "message", "write a message"),
        ({"message": "x" * 2001}, "message", "2000 characters"),
        ({"email": "ann at home"}, "email", "name@example.org"),
        ({"email": "ann@example.org\nBcc: all@example.org"}, "email", "name@example.org"),
        ({"key": "mine"}, "key", "UUID"),
        ({"consent_version": "2019"}, "consent_version", "reload this page"),
    ],
)
def test_each_field_says_what_is_wrong_with_it(
    client: Client, changes: dict[str, Any], field: str, words: str
) -> None:
    answer = send(client, letter_data(**changes))
    assert answer.status_code == 400
    assert set(answer.json()) == {field}
    assert words in answer.json()[field][0]
    assert not Letter.objects.exists()


def test_a_draft_jar_takes_no_letters(client: Client) -> None:
    JarFactory.create(code="DRAFTJAR", status="draft")
    assert "code" in send(client, letter_data(code="DRAFTJAR")).json()


def test_an_emoji_counts_as_one_character(client: Client) -> None:
    assert send(client, letter_data(message="🐝" * 2000, seconds=40)).status_code == 201


@pytest.mark.parametrize(
    "body",
    ["[" * 60_000, "{", "[]", "null", '"\\ud800"', b"\xff\xfe"],
    ids=["deep", "cut off", "list", "null", "half a character", "no text"],
)
def test_what_is_no_letter_is_refused_without_an_accident(client: Client, body: Any) -> None:
    assert send(client, body).status_code == 400


def test_a_body_far_longer_than_a_letter_is_not_read(client: Client) -> None:
    assert send(client, letter_data(consent_text="x" * 70_000)).status_code == 413


def test_a_probable_spam_is_kept_in_its_folder_and_not_announced(client: Client) -> None:
    answer = send(client, letter_data(website="https://spam.example"))
    assert answer.status_code == 201
    assert Letter.objects.get().status == Letter.Status.SPAM
    assert not Announcement.objects.exists()


def test_a_network_is_asked_to_pause_and_others_are_not(client: Client) -> None:
    answers = [send(client, letter_data(), REMOTE_ADDR=f"192.0.2.{n}") for n in range(31)]
    assert {answer.status_code for answer in answers[:30]} == {201}
    assert answers[30].status_code == 429
    assert answers[30]["Retry-After"]
    assert send(client, letter_data(), REMOTE_ADDR="198.51.100.1").status_code == 201


def test_no_address_is_stored(client: Client) -> None:
    send(client, letter_data(), REMOTE_ADDR="192.0.2.77")
    kept = list(Tally.objects.values())
    assert len(kept) == 1
    assert "192.0.2" not in str(kept)


def test_the_answer_is_not_cached_and_sets_no_cookie(client: Client) -> None:
    answer = send(client)
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


# Persian, a family, the flag of Scotland, Sanskrit.
JOINED = ("\u0639\u0644\u06cc\u200c\u0631\u0636\u0627", "👩\u200d👩\u200d👧", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 Isla", "क्\u200dष")


@pytest.mark.parametrize("name", JOINED)
def test_a_name_keeps_the_signs_that_join_and_part_its_letters(client: Client, name: str) -> None:
    send(client, letter_data(name=name))
    assert Letter.objects.get().reader_name == name


@pytest.mark.parametrize("name", ["\u200d", "\u200c \u200d"])
def test_signs_that_nobody_sees_are_no_name(client: Client, name: str) -> None:
    assert send(client, letter_data(name=name)).status_code == 400
