import logging
import multiprocessing
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from pytest_django import Settings

from upendo.inbox.tests.mailbox import open_mailbox
from upendo.web.reports.emails import PAUSE_SECONDS, Emails, group_of
from upendo.web.reports.fault import Fault
from upendo.web.reports.handler import ReportHandler
from upendo.web.reports.spool import Group


@pytest.fixture
def emails() -> Iterator[Emails]:
    emails = Emails()
    yield emails
    emails.close()


def group(number: int = 0, request: str = "0123456789abcdef") -> Group:
    return group_of(Fault(f"builtins.Error{number}", "upendo.web:1 in f", "q/<x>", request, ()))


def test_a_storm_of_one_kind_is_one_email_a_minute_after_its_first_gust(
    emails: Emails, mailoutbox: list[Any]
) -> None:
    with time_machine.travel(0, tick=False) as clock:
        assert emails.keep(group()) == 60
        for second in range(1, 50):
            clock.move_to(second)
            assert emails.keep(group(request=f"request-{second}")) == 60 - second
        clock.move_to(60)
        assert emails.keep(None) == 0
        assert emails.send() is None
    (email,) = mailoutbox
    assert email.subject == "[Upendo Honey] 50 errors: Error0"
    assert "50 x builtins.Error0\nat upendo.web:1 in f\non the pages q/<x>" in email.body
    assert "from 01 January 00:00:00 to 01 January 00:00:49 UTC" in email.body
    assert "the last requests: request-47, request-48, request-49" in email.body
    assert email.extra_headers["Auto-Submitted"] == "auto-generated"


def test_an_error_a_second_for_a_day_makes_two_emails_an_hour(
    emails: Emails, mailoutbox: list[Any]
) -> None:
    with time_machine.travel(0, tick=False) as clock:
        for second in range(0, 24 * 3600, 10):
            clock.move_to(second)
            if emails.keep(group(second % 7)) == 0:
                emails.send()
    assert len(mailoutbox) == 24 * 3600 // PAUSE_SECONDS
    counted = [int(email.subject.split()[2]) for email in mailoutbox]
    assert counted[1:] == [180] * 47


def test_an_email_names_few_kinds_and_counts_the_rest(
    emails: Emails, mailoutbox: list[Any]
) -> None:
    for number in range(1000):
        emails.keep(group(number))
    emails.send()
    assert "1000 errors on " in mailoutbox[0].body
    assert mailoutbox[0].body.count(" x builtins.Error") == 40
    assert "960 errors of further kinds" in mailoutbox[0].body


def test_a_mail_server_that_fails_is_tried_again_after_the_pause_and_nothing_is_lost(
    emails: Emails, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    with open_mailbox() as mailbox:
        options = {"host": "127.0.0.1", "port": mailbox.port, "password": "secret", "username": ""}
        smtp = {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
        settings.MAILERS = {"default": smtp}
        mailbox.data = "451 Secretname is not known here"
        handler = ReportHandler(emails)
        logging.getLogger().addHandler(handler)
        emails.keep(group())
        try:
            assert emails.send() == PAUSE_SECONDS
        finally:
            logging.getLogger().removeHandler(handler)
        assert "An error report was not sent: SMTPDataError" in caplog.text
        assert "Secretname" not in caplog.text
        assert emails.thread is None  # the failure was not told of, which would fail as well
        assert 0 < (emails.keep(group()) or 0) <= PAUSE_SECONDS
        mailbox.data = "250 OK"
        assert emails.send() is None
    assert [b"Subject: [Upendo Honey] 2 errors" in email for email in mailbox.received[1:]] == [
        True
    ]


def test_two_workers_make_one_email(emails: Emails, mailoutbox: list[Any]) -> None:
    fork = multiprocessing.get_context("fork")
    workers = [fork.Process(target=emails.keep, args=(group(),)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(20)
    emails.keep(group())
    emails.send()
    emails.send()
    assert [email.subject for email in mailoutbox] == ["[Upendo Honey] 5 errors: Error0"]


def test_what_a_killed_worker_left_half_written_costs_only_itself(
    emails: Emails, mailoutbox: list[Any]
) -> None:
    emails.keep(group())
    emails.spool.file.seek(0)
    emails.spool.file.write(b'{"due": 12, "gro')
    emails.keep(group(1))
    emails.send()
    assert [email.subject for email in mailoutbox] == ["[Upendo Honey] 1 error: Error1"]


def test_a_channel_that_breaks_breaks_nothing(caplog: pytest.LogCaptureFixture) -> None:
    class Broken:
        def tell(self, fault: Fault) -> None:
            raise RuntimeError("Secretname")

    record = logging.LogRecord("x", logging.ERROR, "", 1, "Help", (), None)
    ReportHandler(Broken()).handle(record)
    assert "could not be reported: RuntimeError" in caplog.text
    assert "Secretname" not in caplog.text
