from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from pytest_django import Settings

from upendo.inbox.mail import courier
from upendo.inbox.models import Announcement, Letter
from upendo.inbox.tests.factories import AnnouncementFactory, LetterFactory, ReplyFactory
from upendo.web.outbox import MOST_ATTEMPTS, pause_after

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def team(settings: Settings) -> None:
    settings.LETTERS_TO = ["desk@honey.example"]


def test_the_team_hears_of_a_letter_without_a_word_of_it() -> None:
    announcement = AnnouncementFactory.create()
    assert courier.deliver_due() == 1
    [email] = mail.outbox
    letter = announcement.message.letter
    assert email.to == ["desk@honey.example"]
    assert f"/admin/inbox/letter/{letter.pk}/change/" in email.body
    for private in (letter.reader_name, letter.email, announcement.message.text, letter.token):
        assert private not in email.message().as_string()


def test_an_email_is_sent_once() -> None:
    AnnouncementFactory.create()
    courier.deliver_due()
    assert courier.deliver_due() == 0
    assert len(mail.outbox) == 1


def test_a_reader_gets_the_reply_and_the_way_to_the_private_page() -> None:
    reply = ReplyFactory.create(sent_at=timezone.now())
    AnnouncementFactory.create(message=reply, audience=Announcement.Audience.READER)
    courier.deliver_due()
    [email] = mail.outbox
    assert email.to == ["ann@example.org"]
    assert "Thank you very much!" in email.body
    assert reply.letter.get_absolute_url() in email.body


def test_no_line_break_gets_into_a_header() -> None:
    announcement = AnnouncementFactory.create()
    beekeeper = announcement.message.letter.beekeeper
    beekeeper.name = "Neema\r\nBcc: everybody@example.org"
    beekeeper.save()
    courier.deliver_due()
    assert mail.outbox[0].subject == "A letter to Neema Bcc: everybody@example.org came in"
    assert mail.outbox[0].recipients() == ["desk@honey.example"]


def test_what_fails_is_put_off_longer_each_time_and_told_without_addresses(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(email: Any) -> None:
        raise OSError("ann@example.org is unknown here")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    AnnouncementFactory.create(attempts=3)
    assert courier.deliver_due() == 0
    announcement = Announcement.objects.get()
    assert announcement.attempts == 4
    assert announcement.due_at > timezone.now() + timedelta(minutes=15)
    assert announcement.last_error == "OSError"
    assert "example.org" not in caplog.text


def test_the_pauses_grow_to_half_a_day() -> None:
    pauses = [pause_after(n) for n in range(1, MOST_ATTEMPTS + 1)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (timedelta(minutes=2), timedelta(hours=12))


def test_after_the_last_attempt_it_is_given_up_and_can_be_seen() -> None:
    AnnouncementFactory.create(attempts=MOST_ATTEMPTS)
    assert courier.deliver_due() == 0
    assert Announcement.objects.dead().count() == 1


def test_no_email_is_printed_into_the_log_of_a_server(settings: Settings) -> None:
    AnnouncementFactory.create()
    console = {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
    settings.MAILERS = {"default": console}
    assert courier.deliver_due() == 0
    assert Announcement.objects.waiting().get().attempts == 0


def test_a_letter_that_was_erased_meanwhile_stops_nobody() -> None:
    reply = ReplyFactory.create(letter=LetterFactory.create(email=""))
    AnnouncementFactory.create(message=reply, audience=Announcement.Audience.READER)
    AnnouncementFactory.create()
    courier.deliver_due()
    assert len(mail.outbox) == 1
    assert not Announcement.objects.waiting().exists()


def test_a_letter_that_waits_for_two_weeks_is_brought_up_once() -> None:
    announcement = AnnouncementFactory.create(sent_at=timezone.now())
    Letter.objects.update(active_at=timezone.now() - timedelta(days=15))
    courier.make_round()
    courier.make_round()
    assert [email.subject for email in mail.outbox] == [
        f"A letter to {announcement.message.letter.beekeeper} waits for more than two weeks"
    ]
