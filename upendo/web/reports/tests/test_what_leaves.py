"""A letter crashes in the real view, and what is reported of it is read where it arrives."""

import logging
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client
from pytest_django import Settings

from upendo import backing_services
from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.models.letter import new_token
from upendo.inbox.tests.factories import letter_data
from upendo.inbox.tests.serving import serving
from upendo.web.logs.discreet import DiscreetFormatter
from upendo.web.reports.emails import Emails
from upendo.web.reports.handler import Channel, ReportHandler, report_handler
from upendo.web.reports.sentry import Sentry
from upendo.web.reports.tests.listener import Listener, listening

COOKIE, QUERY, AGENT = "cookie-of-ann-4711", "query-of-ann-4711", "browser-of-ann-4711"
ADDRESS = "203.0.113.47"
LETTER = letter_data(
    code="PUREJOY",
    name="Ann Secretname",
    email="ann.secretmail@example.org",
    message="My secretwords about caramel.",
    consent_text="A secretconsent.",
)
# What a report may not hold: all that came with the letter, and whatever this copy keeps secret.
SECRETS = [
    "Secretname",
    "secretmail",
    "secretwords",
    "secretconsent",
    str(LETTER["key"]),
    COOKIE,
    QUERY,
    AGENT,
    ADDRESS,
    "PUREJOY",
]


@pytest.fixture
def told() -> Iterator[Listener]:
    with listening() as listener:
        yield listener


@contextmanager
def reporting(channel: Channel) -> Iterator[None]:
    handler = ReportHandler(channel)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)


@contextmanager
def reporting_to(listener: Listener) -> Iterator[None]:
    sentry = Sentry(listener.dsn)
    with reporting(sentry):
        yield
    sentry.client.close()


def crashing_letter() -> Any:
    """Post a letter whose row PostgreSQL refuses: its error quotes the whole row."""
    JarFactory.create(code="PUREJOY")
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE inbox_message ADD CONSTRAINT fault CHECK (text = '')")
        cursor.execute("ALTER TABLE inbox_letter ADD CONSTRAINT fault2 CHECK (reader_name = '')")
    client = Client(raise_request_exception=False)
    client.cookies["session"] = COOKIE
    return client.post(
        f"/api/v1/letters/?from={QUERY}",
        LETTER,
        "application/json",
        REMOTE_ADDR=ADDRESS,
        headers={"User-Agent": AGENT, "Referer": f"http://testserver/app/PUREJOY?{QUERY}"},
    )


@pytest.mark.django_db
def test_nothing_of_a_letter_that_crashes_leaves_for_sentry(
    told: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    with reporting_to(told):
        answer = crashing_letter()
        event = told.heard()
    assert answer.status_code == 500
    # The error itself does hold what the reader wrote.
    assert "Secretname" in str(caplog.records[-1].exc_info)
    assert [secret for secret in SECRETS if secret in event] == []
    assert '"type":"IntegrityError"' in event
    assert "upendo.inbox.correspondence.receive" in event
    assert answer["X-Request-ID"] in event
    assert '"transaction":"api/v1/letters/"' in event


@pytest.mark.django_db
def test_nor_do_our_own_logs_quote_the_row_that_was_refused(
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = crashing_letter()
    log = "\n".join(map(DiscreetFormatter().format, caplog.records))
    assert answer.status_code == 500
    assert [secret for secret in SECRETS if secret in log] == []
    assert log.count('violates check constraint "fault2" …') == 2  # psycopg2's and Django's
    assert "in receive" in log


@pytest.mark.django_db
def test_nothing_of_a_letter_that_crashes_leaves_by_email(
    mailoutbox: list[Any], settings: Settings
) -> None:
    settings.ERRORS_TO = ["team@honey.example"]
    emails = Emails(gathered=0)
    with reporting(emails):
        answer = crashing_letter()
        emails.close()
    (email,) = mailoutbox
    event = email.message().as_string()
    assert [secret for secret in SECRETS if secret in event] == []
    assert email.to == ["team@honey.example"]
    assert "IntegrityError" in email.subject
    assert "upendo.inbox.correspondence.receive" in email.body
    assert answer["X-Request-ID"] in email.body


def test_a_server_tells_of_an_error_without_the_address_of_the_private_page(
    told: Listener, tmp_path: Path
) -> None:
    token, log = new_token(), tmp_path / "log"
    path = f"/letters/{token}/copy?{QUERY}"
    nowhere = "postgres://upendo:secretpassword@127.0.0.1:1/upendo"
    with (
        serving(log=log, DATABASE_URL=nowhere, SENTRY_DSN=told.dsn, COMMIT="abc1234") as address,
        pytest.raises(HTTPError) as refused,
    ):
        urlopen(Request(f"{address}{path}", headers={"Cookie": COOKIE}), timeout=20)
    refused.value.close()
    event = told.heard()
    assert refused.value.headers["X-Request-ID"] in event
    assert "OperationalError" in event
    assert '"transaction":"letters/<str:token>/copy"' in event
    assert '"release":"abc1234"' in event
    secrets = [token, QUERY, COOKIE, "secretpassword", "127.0.0.1:1/", "server_name", str(tmp_path)]
    assert [secret for secret in secrets if secret in event.split("\n\n", 1)[1]] == []


def test_what_a_log_line_says_stays_here_too(told: Listener) -> None:
    with reporting_to(told):
        logging.getLogger("library").error("Ann Secretname wrote %s", "secretwords")
        event = told.heard()
    assert "library" in event
    assert "ecret" not in event.split("\n\n", 1)[1]


def test_refused_requests_are_no_errors_of_ours(told: Listener) -> None:
    with reporting_to(told):
        Client().get("/", headers={"Host": "elsewhere.example"})
        logging.getLogger("told").error("Something else")
        event = told.heard()
    assert "DisallowedHost" not in event
    assert told.requests.empty()


def test_without_sentry_errors_go_by_email_and_only_where_a_mail_server_is(
    settings: Settings,
) -> None:
    settings.SENTRY_DSN = ""
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
    assert isinstance(report_handler(), logging.NullHandler)
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend"}}
    handler = report_handler()
    assert isinstance(handler, ReportHandler)
    assert isinstance(handler.channel, Emails)
    handler.channel.close()
    settings.SENTRY_DSN = "https://key@sentry.example/1"
    handler = report_handler()
    assert isinstance(handler, ReportHandler)
    assert isinstance(handler.channel, Sentry)
    handler.channel.client.close()


def test_a_server_starts_although_it_has_no_room_for_reports(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend"}}
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    assert isinstance(report_handler(), logging.NullHandler)
    assert "No error will be reported: FileNotFoundError" in caplog.text


@pytest.mark.parametrize("dsn", ["key.example/1", "https://key.example/1", "https://secretkey@/"])
def test_a_dsn_that_leads_nowhere_stops_the_start_and_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, dsn: str
) -> None:
    monkeypatch.setenv("SENTRY_DSN", dsn)
    with pytest.raises(ImproperlyConfigured, match="SENTRY_DSN") as stopped:
        backing_services.sentry_dsn("SENTRY_DSN")
    assert dsn not in str(stopped.value)
