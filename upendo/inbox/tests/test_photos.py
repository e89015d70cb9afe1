"""The photo that a reader adds to a letter: who sees it, and what is kept of it."""

import base64
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from upendo.catalogue.tests.factories import image_file
from upendo.inbox import photo_page
from upendo.inbox.api.throttles import PHOTOS_OF_A_LETTER, PhotosThrottle
from upendo.inbox.correspondence.photo import places
from upendo.inbox.models import Exchange, Letter, Photo
from upendo.inbox.tests.factories import ExchangeFactory, MessageFactory, PhotoFactory
from upendo.story.document import forget_stories

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
JSON = {"Accept": "application/json"}


@pytest.fixture
def letter() -> Letter:
    return MessageFactory.create().letter


def send(client: Client, letter: Letter, content: Any = None, **more: Any) -> Any:
    """Send a photo as the message page does."""
    file = SimpleUploadedFile("photo.jpg", content) if content else image_file()
    return client.post(f"{letter.get_absolute_url()}/photo", {"photo": file}, headers=JSON, **more)


def photo_with_place() -> bytes:
    content = io.BytesIO()
    image = Image.new("RGB", (2400, 1800), "#d99a1e")
    exif = image.getexif()
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(0x8825)[2] = (5.0, 30.0, 0.0)  # GPS latitude
    image.save(content, "JPEG", exif=exif)
    return content.getvalue()


def test_it_is_kept_upright_small_and_without_the_place_where_it_was_taken(
    client: Client, letter: Letter
) -> None:
    Letter.objects.update(status=Letter.Status.ANSWERED)
    assert send(client, letter, photo_with_place()).status_code == 201
    photo = Photo.objects.get()
    kept = Image.open(io.BytesIO(photo.content))
    assert (
        (kept.format, kept.size) == ("WEBP", (900, 1200)) == ("WEBP", (photo.width, photo.height))
    )
    assert not kept.getexif()
    assert Letter.objects.get().status == Letter.Status.NEW


def test_nobody_but_the_team_sees_it_before_the_team_says_so(
    client: Client, admin_client: Client, letter: Letter
) -> None:
    photo = PhotoFactory.create(letter=letter)
    address = f"{letter.get_absolute_url()}/photo"
    desk = f"/admin/inbox/letter/{letter.pk}/photo/"
    assert [client.get(address).status_code, client.get(desk).status_code] == [404, 302]
    assert "Your photo is with us" in client.get(letter.get_absolute_url()).content.decode()
    assert desk in admin_client.get(f"/admin/inbox/letter/{letter.pk}/change/").content.decode()
    seen = admin_client.get(desk)
    assert (seen.content, seen["Content-Type"]) == (photo.content, "image/webp")
    assert "no-store" in seen["Cache-Control"]
    Photo.objects.update(shown=True)
    answer = client.get(address)
    assert (answer.status_code, answer.content) == (200, photo.content)
    assert "no-store" in answer["Cache-Control"]
    assert address in client.get(letter.get_absolute_url()).content.decode()


def public(client: Client, exchange: Exchange) -> Any:
    forget_stories()
    [told] = client.get(f"/api/v1/stories/{exchange.letter.jar.code}/").json()["letters"]
    return told["photo"]


def test_it_is_public_with_the_words_for_it_that_both_sides_agreed_to(
    client: Client, letter: Letter
) -> None:
    photo = PhotoFactory.create(letter=letter, shown=True)
    exchange = ExchangeFactory.create(letter=letter, beekeeper_agreed_on=TODAY)
    without = exchange.digest
    address = f"/media/letters/{photo.key}.webp"
    Exchange.objects.update(photo_alt="A slice of bread")
    assert 'alt="A slice of bread"' in client.get(letter.get_absolute_url()).content.decode()
    client.post(f"{letter.get_absolute_url()}/public", {"agree": without})
    assert client.get(address).status_code == 404
    exchange.refresh_from_db()
    client.post(f"{letter.get_absolute_url()}/public", {"agree": exchange.digest})
    told = public(client, exchange)
    assert (told["src"], told["alt"], told["width"]) == (address, "A slice of bread", 1200)
    assert client.get(address).content == photo.content
    client.post(f"{letter.get_absolute_url()}/public")
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(("shown", "alt"), [(True, ""), (False, "A slice of bread")])
def test_a_public_letter_is_without_a_photo_that_nobody_described_or_looked_at(
    client: Client, letter: Letter, shown: bool, alt: str
) -> None:
    photo = PhotoFactory.create(letter=letter, shown=shown)
    exchange = ExchangeFactory.create(
        letter=letter, photo_alt=alt, beekeeper_agreed_on=TODAY, reader_agreed_at=timezone.now()
    )
    assert public(client, exchange) is None
    assert client.get(f"/media/letters/{photo.key}.webp").status_code == 404


def test_it_goes_with_its_letter_and_into_the_readers_copy(client: Client, letter: Letter) -> None:
    photo = PhotoFactory.create(letter=letter)
    told = client.get(f"{letter.get_absolute_url()}/copy").json()["photo"]
    assert base64.b64decode(told.partition(",")[2]) == photo.content
    client.post(f"{letter.get_absolute_url()}/erase")
    assert not Photo.objects.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no picture", "not a picture"),
        (b"\0\0\0\x18ftypisom\0\0\2\0isommp42", "This is a video"),
        (image_file((9000, 9000), "PNG").read(), "too many"),
    ],
    ids=["text", "video", "large"],
)
def test_what_cannot_be_shown_is_refused_in_words_and_the_letter_stays(
    client: Client, letter: Letter, content: bytes, words: str
) -> None:
    answer = send(client, letter, content)
    assert answer.status_code == 400
    assert words in answer.json()["detail"]
    assert Letter.objects.exists()
    assert not Photo.objects.exists()


def test_it_is_sent_without_javascript_too(client: Client, letter: Letter) -> None:
    address = f"{letter.get_absolute_url()}/photo"
    page = client.post(address, {"photo": SimpleUploadedFile("a.txt", b"no picture")})
    assert page.status_code == 400
    assert "not a picture" in page.content.decode()
    assert "tastes of caramel" in page.content.decode()
    done = client.post(address, {"photo": image_file()}, follow=True)
    assert "Your photo has arrived" in done.content.decode()
    assert 'type="file"' not in done.content.decode()


def test_the_first_one_stays_however_often_it_is_sent(client: Client, letter: Letter) -> None:
    assert {send(client, letter).status_code for _ in range(2)} == {201}
    assert Photo.objects.count() == 1


def test_what_is_too_large_is_refused_before_it_is_read(client: Client, letter: Letter) -> None:
    address = f"{letter.get_absolute_url()}/photo"
    length = str(photo_page.MOST_BODY + 1)
    answer = client.post(address, b"", "multipart/form-data; boundary=x", CONTENT_LENGTH=length)
    assert answer.status_code == 413


def test_a_network_and_a_letter_take_only_so_many(client: Client, letter: Letter) -> None:
    def ask(one: Letter, network: int) -> int:
        address = f"{one.get_absolute_url()}/photo"
        return int(client.post(address, REMOTE_ADDR=f"10.0.{network}.1").status_code)

    most = PHOTOS_OF_A_LETTER.most
    assert [ask(letter, network) for network in range(most + 1)] == [*[400] * most, 429]
    most = PhotosThrottle.limit.most
    letters = [MessageFactory.create().letter for _ in range(3)]
    answers = [ask(letters[number % 3], 99) for number in range(most + 1)]
    assert answers == [*[400] * most, 429]


def test_photos_hold_no_more_than_half_of_the_threads(client: Client, letter: Letter) -> None:
    with places, places:
        answer = send(client, letter)
    assert answer.status_code == 503
    assert "choose the file again" in answer.json()["detail"]
    assert send(client, letter).status_code == 201


def test_nothing_is_described_that_is_not_there(admin_client: Client, letter: Letter) -> None:
    exchange = ExchangeFactory.create(letter=letter)
    form = {
        "status": "new",
        "messages-TOTAL_FORMS": 0,
        "messages-INITIAL_FORMS": 0,
        "exchange-TOTAL_FORMS": 1,
        "exchange-INITIAL_FORMS": 1,
        "exchange-0-id": exchange.pk,
        "exchange-0-letter": letter.pk,
        "exchange-0-question": "What?",
        "exchange-0-answer": "Dew.",
        "exchange-0-signed": "Ann",
        "exchange-0-photo_alt": "A slice of bread",
    }
    page = admin_client.post(f"/admin/inbox/letter/{letter.pk}/change/", form)
    assert "sent no photo" in page.content.decode()
