"""After a beekeeper has taken consent back, nothing of the person is left on any address."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from upendo.catalogue.models import Consent, Jar
from upendo.catalogue.tests.factories import (
    BeekeeperFactory,
    JarFactory,
    PictureFactory,
    RecordingFactory,
)
from upendo.inbox.models import Letter
from upendo.inbox.tests.factories import LetterFactory, ReplyFactory
from upendo.site.share import drawing
from upendo.story.built_in_pages import BY_NAME, READ
from upendo.story.document import forget_stories
from upendo.story.tests.whole import tell_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def jar() -> Jar:
    beekeeper = BeekeeperFactory.create(
        name="Zawadi Pekee",
        village="Mahalipangu",
        bio="Zawadi climbs well.",
        notice="Zawadi says so.",
        portrait=PictureFactory.create(alt="Zawadi's face"),
        letter_photo=PictureFactory.create(alt="Zawadi's hand"),
        letter_text="Mimi ni Zawadi.",
        letter_translation="I am Zawadi.",
        letter_translator="Zawadi's daughter",
        letter_recording=RecordingFactory.create(title="Zawadi reads"),
    )
    return tell_all(JarFactory.create(code="PUREJOY", beekeeper=beekeeper))


@pytest.fixture
def letter(jar: Jar) -> Letter:
    letter = LetterFactory.create(jar=jar)
    ReplyFactory.create(letter=letter, sent_at=timezone.now())
    return letter


def withdraw() -> None:
    given = Consent.objects.filter(beekeeper__name__startswith="Zawadi")
    given.update(withdrawn_on=timezone.localdate())
    forget_stories()


WAYS_TO_READ = [
    ["/app/PUREJOY/read"],
    ["/api/v1/stories/PUREJOY/"],
    ["/q/PUREJOY", *(f"/app/PUREJOY/{page}" for page in BY_NAME)],
]


@pytest.mark.parametrize("addresses", WAYS_TO_READ)
def test_nothing_of_the_person_is_in_the_story(
    client: Client, jar: Jar, addresses: list[str]
) -> None:
    def told() -> str:
        return "".join(client.get(address).content.decode() for address in addresses)

    secrets = ["Zawadi", "Mahalipangu", *(p.folder for p in (jar.beekeeper.portrait,) if p)]
    before = told()
    assert all(secret in before for secret in secrets)
    withdraw()
    after = told()
    assert not any(secret in after for secret in secrets)
    assert "he beekeepers of Forest" in after


def test_nothing_of_the_person_is_on_a_readers_private_page(client: Client, letter: Letter) -> None:
    assert "Zawadi" in client.get(letter.get_absolute_url()).content.decode()
    withdraw()
    for rest in ("", "/copy", "/erase"):
        page = client.get(f"{letter.get_absolute_url()}{rest}").content.decode()
        assert "Zawadi" not in page
        assert "the beekeepers of Forest" in page


@pytest.mark.usefixtures("jar")
@pytest.mark.parametrize("page", [*BY_NAME, READ.name])
def test_no_share_picture_names_the_person(
    client: Client, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    drawn: list[Any] = []
    draw = drawing.draw

    def draw_and_remember(*parts: Any) -> Any:
        drawn.append(parts)
        return draw(*parts)

    monkeypatch.setattr(drawing, "draw", draw_and_remember)
    withdraw()
    assert client.get(f"/share/PUREJOY/{page}.jpg").status_code == 200
    [(words, *_)] = drawn
    assert "Zawadi" not in words.title + words.line
