"""What is read apart, and what is sent to our own people, is said in the language of the desk."""

from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import IO

import pytest
import time_machine
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.utils import timezone, translation
from pytest_django import Settings

from upendo.catalogue.maps.kml.boundaries import read_kml
from upendo.catalogue.pictures.renditions import render
from upendo.catalogue.tests.factories import JarFactory
from upendo.desk.language import in_desk_language
from upendo.editing.models import Draft, DraftNote, PlannedPublication
from upendo.editing.states.differences import differences
from upendo.inbox.mail import courier
from upendo.inbox.tests.factories import AnnouncementFactory, LetterFactory, ReplyFactory
from upendo.insights.models import SummaryReader
from upendo.insights.tests.counted import count
from upendo.labels.lists import MOST_BYTES, read_list
from upendo.labels.tables.plain import plain_table
from upendo.staff.invitations import invite
from upendo.staff.tests.brackets import compiled, unwrapped
from upendo.web.apart import apart

ANSWER = "An answer from ነማ"


@pytest.mark.parametrize(
    ("read", "content"),
    [
        (read_kml, b"<x/>"),
        (render, b"no picture"),
        (partial(plain_table, known=["code"]), b"%PDF"),
        (read_list, bytes(MOST_BYTES + 1)),
    ],
    ids=["map", "picture", "table", "list"],
)
def test_a_file_is_refused_in_the_language_of_the_page(
    read: Callable[[IO[bytes]], object], content: bytes, settings: Settings, tmp_path: Path
) -> None:
    with pytest.raises(ValidationError) as refused:
        read(BytesIO(content))
    [english] = refused.value.messages
    catalogue = tmp_path / "sw" / "LC_MESSAGES" / "django.mo"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_bytes(compiled([english]))
    settings.LOCALE_PATHS = [tmp_path]
    with translation.override("sw"):
        with pytest.raises(ValidationError) as refused:
            apart(read, BytesIO(content))
        assert refused.value.messages == [f"⟦{english}⟧"]


@pytest.fixture
def owed(settings: Settings) -> User:
    """A manager, to whom and to whose team every kind of email is owed; and one to a reader."""
    settings.LETTERS_TO = ["team@honey.example"]
    person = User.objects.create_user("አሚና", "amina@honey.example", is_staff=True)
    person.groups.add(Group.objects.get(name="Manager"))
    jar = JarFactory.create(beekeeper__name="ነማ", status="live")
    letter = LetterFactory.create(jar=jar, reader_name="አና")
    for audience in ("staff", "reminder", "reader"):
        message = ReplyFactory.create(letter=letter, translation="አሳንቴ")
        AnnouncementFactory.create(message=message, audience=audience)
    draft = Draft.objects.create(record=jar.beekeeper, changed={}, added={}, removed=[])
    DraftNote.objects.create(draft=draft, author=person, to=person, text="ጥሩ።")
    PlannedPublication.objects.create(at=timezone.now(), zone="UTC", asked_by=person, what="ነማ")
    SummaryReader.objects.create(person=person)
    count(jar, date(2026, 11, 24), 3)
    return person


@pytest.mark.django_db
@time_machine.travel("2026-12-01T05:00Z", tick=False)
def test_emails_to_our_own_people_are_in_the_language_of_the_desk(
    owed: User, in_brackets: None, mailoutbox: list[EmailMessage]
) -> None:
    invite(owed)
    courier.make_round()
    [to_reader] = [email for email in mailoutbox if email.subject == ANSWER]
    assert "⟦" not in to_reader.body
    mailoutbox.remove(to_reader)
    assert len(mailoutbox) == 6
    for email in mailoutbox:
        assert unwrapped(f"{email.subject}\n{email.body}") == set()


@pytest.mark.django_db
def test_what_differs_is_told_in_the_language_of_the_desk(in_brackets: None) -> None:
    before = {"catalogue.beekeeper:1": {"name": "ነማ", "village": ""}, "catalogue.species:1": {}}
    after = {"catalogue.beekeeper:1": {"name": "", "village": "ኢ"}, "catalogue.species:2": {}}
    with in_desk_language():
        found = differences(before, after)
    told = [text for each in found for text in (each.what, each.before, each.after)]
    assert len(told) == 12
    assert unwrapped("\n".join(told)) == set()
