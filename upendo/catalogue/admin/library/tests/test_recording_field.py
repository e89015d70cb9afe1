"""Sending a recording in the form of a beekeeper, and in the library."""

import re
from typing import Any

import pytest
from django.test import Client

from upendo.catalogue.models import Beekeeper, Recording
from upendo.catalogue.recordings import sound
from upendo.catalogue.tests.desk import enter, save
from upendo.catalogue.tests.factories import BeekeeperFactory, JarFactory, RecordingFactory
from upendo.catalogue.tests.sounds import sound_file
from upendo.desk.addresses import form_of

pytestmark = pytest.mark.django_db

ADD = "/admin/catalogue/recording/add/"
FIELD = "letter_recording"


@pytest.fixture
def beekeeper() -> Beekeeper:
    return BeekeeperFactory.create(name="Neema", letter_text="Mpendwa", letter_translation="Dear")


def form(**fields: Any) -> dict[str, Any]:
    return {"name": "Neema", "village": "Mlele", "bio": "Bees.", "letter_language": "sw"} | fields


def new(**fields: Any) -> dict[str, Any]:
    """Return what is typed to send a recording with a form."""
    typed = {"sound": sound_file(), "title": "Neema reads", "language": "sw", "program": "on"}
    return {f"{FIELD}-{name}": value for name, value in (typed | fields).items()}


def test_a_recording_comes_with_the_form_and_can_be_heard_in_it(beekeeper: Beekeeper) -> None:
    editor = enter("Editor")
    assert editor.post(form_of(beekeeper), form(**new())).status_code == 302
    recording = Beekeeper.objects.get().letter_recording
    assert recording is not None
    told = (recording.title, recording.language, recording.by_program, recording.length)
    assert told == ("Neema reads", "sw", True, "0:02")
    page = editor.get(form_of(beekeeper)).content.decode()
    assert f'src="{recording.src}"' in page
    assert editor.get(recording.src)["Content-Type"] == "audio/mpeg"


def test_it_is_kept_when_another_field_is_wrong(admin_client: Client, beekeeper: Beekeeper) -> None:
    page = admin_client.post(form_of(beekeeper), form(name="", **new(title=" "))).content.decode()
    recording = Recording.objects.get()
    assert recording.title == "recording"  # its file's name
    assert re.search(rf'<option value="{recording.pk}"[^>]*selected', page)


def test_a_draft_keeps_it_and_readers_hear_it_once_that_is_published(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    JarFactory.create(beekeeper=beekeeper, code="PUREJOY")
    save(admin_client, beekeeper, **new())
    assert Beekeeper.objects.get().letter_recording is None
    save(admin_client, beekeeper, "_publish")
    assert Beekeeper.objects.get().letter_recording == Recording.objects.get()
    [story] = [admin_client.get("/api/v1/stories/PUREJOY/").json()]
    assert story["beekeeper"]["letter"]["recording"]["seconds"] == 2


def test_a_file_that_is_no_recording_is_an_error_beside_the_field(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    page = admin_client.post(form_of(beekeeper), form(**new(sound=sound_file(loudness=0))))
    assert page.context["adminform"].form.errors == {FIELD: [sound.SILENT]}
    assert not Recording.objects.exists()


def test_who_may_add_no_recordings_sends_none(beekeeper: Beekeeper) -> None:
    translator = enter("Translator")
    assert f"{FIELD}-sound" not in translator.get(form_of(beekeeper)).content.decode()
    translator.post(form_of(beekeeper), form(**new()))
    assert not Recording.objects.exists()


def test_the_library_takes_one_in_refuses_another_and_exchanges_it(admin_client: Client) -> None:
    typed = {"title": "Bees", "language": "sw"}
    refused = admin_client.post(ADD, typed | {"file": sound_file("wav", seconds=0.2)})
    assert refused.context["adminform"].form.errors == {"file": [sound.TOO_SHORT]}
    admin_client.post(ADD, typed | {"file": sound_file()})
    recording = Recording.objects.get()
    before = recording.src
    save(admin_client, recording, "_save", file=sound_file("ogg", seconds=3))
    recording.refresh_from_db()
    assert recording.seconds == 3
    assert recording.src != before
    assert admin_client.get(before).status_code == 200


def test_what_is_used_is_not_deleted(admin_client: Client) -> None:
    recording = RecordingFactory.create()
    BeekeeperFactory.create(letter_recording=recording)
    admin_client.post(f"/admin/catalogue/recording/{recording.pk}/delete/", {"post": "yes"})
    assert Recording.objects.exists()
