import re
import uuid

import pytest
from django.test import Client
from django.utils import timezone

from upendo.catalogue.tests.factories import PictureFactory
from upendo.inbox.models import Announcement, Letter, Message
from upendo.inbox.tests.factories import LetterFactory, MessageFactory, ReplyFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter() -> Letter:
    return MessageFactory.create().letter


def page_of(client: Client, letter: Letter, rest: str = "") -> str:
    return str(client.get(f"{letter.get_absolute_url()}{rest}").content.decode())


def test_it_shows_what_was_written_and_what_came_back(client: Client, letter: Letter) -> None:
    photo = PictureFactory.create(alt="The handwriting")
    ReplyFactory.create(letter=letter, photo=photo, translator="Joy", sent_at=timezone.now())
    page = page_of(client, letter)
    for shown in ("tastes of caramel", "Asante sana!", "Thank you very much!", "Joy", photo.src):
        assert shown in page
    assert '<blockquote lang="sw" dir="auto">' in page


def test_a_reply_that_the_desk_still_works_on_is_not_shown(client: Client, letter: Letter) -> None:
    ReplyFactory.create(letter=letter)
    assert "Asante sana!" not in page_of(client, letter)


def test_what_was_written_is_text_and_nothing_else(client: Client, letter: Letter) -> None:
    MessageFactory.create(letter=letter, text="<script>alert(1)</script>")
    assert "<script>alert" not in page_of(client, letter)


@pytest.mark.parametrize("rest", ["", "/copy", "/erase"])
def test_it_is_kept_out_of_caches_indexes_and_referrers(
    client: Client, letter: Letter, rest: str
) -> None:
    response = client.get(f"{letter.get_absolute_url()}{rest}")
    assert response["Referrer-Policy"] == "no-referrer"
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert not response.cookies


def test_an_address_that_nobody_was_given_leads_nowhere(client: Client, letter: Letter) -> None:
    response = client.get(f"/letters/{letter.token[:-1]}")
    assert response.status_code == 404
    assert "no letter at this address" in response.content.decode()


def answer(client: Client, letter: Letter, text: str) -> int:
    found = re.search(r'name="key" value="([0-9a-f-]+)"', page_of(client, letter))
    key = found[1] if found else ""
    data = {"key": key, "message": text}
    client.post(letter.get_absolute_url(), data)
    return int(client.post(letter.get_absolute_url(), data).status_code)


def test_a_reader_writes_again_and_the_team_hears_of_it_once(
    client: Client, letter: Letter
) -> None:
    Letter.objects.update(status=Letter.Status.ANSWERED)
    assert answer(client, letter, "What do the bees drink?\r\nAnn") == 302
    message = Message.objects.latest("id")
    assert (message.text, message.author) == ("What do the bees drink?\nAnn", "reader")
    assert Message.objects.count() == 2
    assert Letter.objects.get().status == Letter.Status.NEW
    assert Announcement.objects.get().message == message


@pytest.mark.parametrize(("text", "words"), [(" ", "write a message"), ("x" * 2001, "shorten")])
def test_what_cannot_be_sent_stays_in_the_field(
    client: Client, letter: Letter, text: str, words: str
) -> None:
    response = client.post(letter.get_absolute_url(), {"key": uuid.uuid4(), "message": text})
    assert response.status_code == 400
    assert words in response.content.decode()
    assert text.strip() in response.content.decode()
    assert Message.objects.count() == 1


def test_a_day_takes_ten_messages(client: Client, letter: Letter) -> None:
    MessageFactory.create_batch(9, letter=letter)
    response = client.post(letter.get_absolute_url(), {"key": uuid.uuid4(), "message": "More"})
    assert "tomorrow" in response.content.decode()
    assert Message.objects.count() == 10


def test_a_copy_holds_everything_but_the_teams_notes(client: Client, letter: Letter) -> None:
    Letter.objects.update(notes="Nice person")
    copy = client.get(f"{letter.get_absolute_url()}/copy")
    assert "attachment" in copy["Content-Disposition"]
    assert copy.json()["email"] == "ann@example.org"
    assert copy.json()["messages"][0]["text"] == "The honey tastes of caramel."
    assert "Nice person" not in copy.content.decode()


def test_deleting_asks_first_and_then_leaves_nothing(client: Client, letter: Letter) -> None:
    address = f"{letter.get_absolute_url()}/erase"
    assert "Yes, delete everything" in client.get(address).content.decode()
    assert Letter.objects.exists()
    assert "Everything is deleted" in client.post(address).content.decode()
    assert not Letter.objects.exists()
    assert not Message.objects.exists()
    assert client.get(letter.get_absolute_url()).status_code == 404


def test_a_letter_can_be_deleted_by_its_own_reader_alone(client: Client, letter: Letter) -> None:
    other = LetterFactory.create()
    client.post(f"{letter.get_absolute_url()}/erase")
    assert list(Letter.objects.all()) == [other]
