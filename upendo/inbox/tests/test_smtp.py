"""The outbox against a real SMTP server that misbehaves."""

import socket
from collections.abc import Iterator

import pytest
from django.utils import timezone
from pytest_django import Settings

from upendo.inbox.mail import courier
from upendo.inbox.models import Announcement
from upendo.inbox.tests.factories import AnnouncementFactory
from upendo.inbox.tests.mailbox import Mailbox, open_mailbox

pytestmark = pytest.mark.django_db


@pytest.fixture
def mailbox(settings: Settings) -> Iterator[Mailbox]:
    with open_mailbox() as mailbox:
        use_smtp(settings, mailbox.port)
        yield mailbox


def use_smtp(settings: Settings, port: int) -> None:
    options = {"host": "127.0.0.1", "port": port, "timeout": 1}
    backend = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}


def due_again() -> None:
    Announcement.objects.update(due_at=timezone.now())


def test_an_email_arrives(mailbox: Mailbox) -> None:
    AnnouncementFactory.create()
    assert courier.deliver_due() == 1
    [content] = mailbox.received
    assert b"Subject: A letter to Beekeeper" in content
    assert b"Message-ID: <announcement-" in content
    assert b"Auto-Submitted: auto-generated" in content


@pytest.mark.parametrize("answer", ["451 Later", "550 Never heard of them"])
def test_a_server_that_refuses_the_recipient_is_asked_again(mailbox: Mailbox, answer: str) -> None:
    AnnouncementFactory.create()
    mailbox.recipients = answer
    assert courier.deliver_due() == 0
    assert Announcement.objects.get().last_error.startswith("SMTPRecipientsRefused")
    mailbox.recipients = "250 OK"
    due_again()
    assert courier.deliver_due() == 1


def test_a_server_that_fails_after_the_data_is_asked_again(mailbox: Mailbox) -> None:
    AnnouncementFactory.create()
    mailbox.data = "451 My disk is full"
    assert courier.deliver_due() == 0
    assert Announcement.objects.get().last_error == "SMTPDataError 451"
    mailbox.data = "250 OK"
    due_again()
    assert courier.deliver_due() == 1


@pytest.mark.parametrize("fault", ["hang up", "hang"])
def test_a_server_gone_after_the_data_gets_the_same_email_again(
    mailbox: Mailbox, fault: str
) -> None:
    AnnouncementFactory.create()
    mailbox.data = fault
    assert courier.deliver_due() == 0
    mailbox.data = "250 OK"
    due_again()
    assert courier.deliver_due() == 1
    first, second = mailbox.received
    assert first.split(b"Message-ID:")[1][:60] == second.split(b"Message-ID:")[1][:60]


def test_a_server_that_is_not_there_costs_nothing_but_time(settings: Settings) -> None:
    AnnouncementFactory.create_batch(2)
    use_smtp(settings, 1)  # a port that no other test's server takes
    assert courier.deliver_due() == 0
    assert {a.last_error for a in Announcement.objects.waiting()} == {"ConnectionRefusedError"}


def test_a_server_that_says_nothing_is_left_after_the_timeout(settings: Settings) -> None:
    AnnouncementFactory.create()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        use_smtp(settings, silent.getsockname()[1])
        assert courier.deliver_due() == 0
    assert Announcement.objects.waiting().get().last_error == "SMTPServerDisconnected"
