"""A voice is heard as long as its owner agrees, wherever it stands."""

import pytest
from django.test import Client
from django.utils import timezone

from upendo.catalogue.models import Beekeeper, Consent, Jar
from upendo.catalogue.tests.factories import (
    BatchBeekeeperFactory,
    BeekeeperFactory,
    JarFactory,
    RecordingFactory,
)
from upendo.pages.tests.factories import PageFactory
from upendo.story.document import forget_stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def beekeeper() -> Beekeeper:
    return BeekeeperFactory.create(
        name="Neema", letter_text="Mpendwa", letter_recording=RecordingFactory.create()
    )


def heard_at(client: Client, beekeeper: Beekeeper) -> set[str]:
    """Return the pages on which the beekeeper's recording is heard, and the code if told of it."""
    assert beekeeper.letter_recording is not None
    address = beekeeper.letter_recording.src
    forget_stories()
    code = Jar.objects.get().code
    pages = ["beekeeper-letter", "read", f"people/{beekeeper.pk}", "p/bees"]
    drawn = {page: client.get(f"/app/{code}/{page}").content.decode() for page in pages}
    heard = {page for page in pages if f'src="{address}"' in drawn[page]}
    told = client.get(f"/api/v1/stories/{code}/").content.decode()
    return heard | ({code} if address in told else set())


@pytest.mark.parametrize("subject", [Consent.Subject.VOICE, Consent.Subject.NAME])
def test_taken_back_it_is_heard_nowhere(client: Client, beekeeper: Beekeeper, subject: str) -> None:
    code = JarFactory.create(beekeeper=beekeeper).code
    block = {"kind": "recording", "recording": beekeeper.letter_recording}
    PageFactory.create(slug="bees", blocks=[{"text": "Bees."}, block])
    assert heard_at(client, beekeeper) == {code, "beekeeper-letter", "read", "p/bees"}
    beekeeper.consents.filter(subject=subject).update(withdrawn_on=timezone.localdate())
    assert heard_at(client, beekeeper) == set()


def test_so_is_that_of_somebody_else_of_the_batch(client: Client, beekeeper: Beekeeper) -> None:
    jar = JarFactory.create()
    BatchBeekeeperFactory.create(batch=jar.batch, beekeeper=beekeeper)
    assert heard_at(client, beekeeper) == {jar.code, f"people/{beekeeper.pk}"}
    beekeeper.consents.filter(subject="voice").update(withdrawn_on=timezone.localdate())
    assert heard_at(client, beekeeper) == set()


def test_so_is_any_recording_that_says_whose_voice_it_is(
    client: Client, beekeeper: Beekeeper
) -> None:
    JarFactory.create()
    block = {"kind": "recording", "recording": beekeeper.letter_recording, "beekeeper": beekeeper}
    Beekeeper.objects.update(letter_recording=None)
    PageFactory.create(slug="bees", blocks=[{"text": "Bees."}, block])
    assert "p/bees" in heard_at(client, beekeeper)
    beekeeper.consents.filter(subject="voice").update(withdrawn_on=timezone.localdate())
    assert heard_at(client, beekeeper) == set()


def test_a_letter_of_which_there_is_but_the_voice_goes_with_it(
    client: Client, beekeeper: Beekeeper
) -> None:
    jar = JarFactory.create(beekeeper=beekeeper)
    Beekeeper.objects.filter(pk=beekeeper.pk).update(letter_text="")
    beekeeper.consents.filter(subject="voice").update(withdrawn_on=timezone.localdate())
    story = client.get(f"/api/v1/stories/{jar.code}/").json()
    assert story["beekeeper"]["letter"] is None
