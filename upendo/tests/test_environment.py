import os
import re
import runpy
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from upendo import backing_services, environment

type Start = Callable[..., str]

COMPLETE = {
    "SECRET_KEY": "abcdefghij" * 5,
    "ALLOWED_HOSTS": "honey.example",
    "DATABASE_URL": "postgres://localhost/none",
    "MEDIA_ROOT": "media",
}
BUCKET = {"S3_BUCKET": "honey", "S3_ACCESS_KEY_ID": "key", "S3_SECRET_ACCESS_KEY": "secret"}
REVIEW = {"REVIEW_APP": "on", "DATABASE_SCHEMA": "review_sandbox"}
WITH = {
    "S3_BUCKET": BUCKET,
    "S3_ENDPOINT_URL": BUCKET,
    "S3_REGION": BUCKET,
    "S3_ACCESS_KEY_ID": BUCKET,
    "S3_SECRET_ACCESS_KEY": BUCKET,
    "DATABASE_SCHEMA": REVIEW,
}
# No part of a password may show: each holds one that a wrong reading would take apart.
MAIL = [
    "smtp://bee:hunter/two@mail.example:587?tls=on",
    "smtp://bee:hunter#two@mail.example:587?tls=on",
    "smtp://bee:hunter?two@mail.example:587?tls=on",
    "smtp://bee:83#two@mail.example:587?tls=on",
    "smtp://bee:hunter[two@mail.example:587?tls=on",
    "smtp://bee:hunter\u2100two@mail.example:587?tls=on",
    "smtp://bee:hunter@mail.example:two",
    "smtp://bee:hunter@mail.example:587?tls=perhaps",
    "smtp://bee:hunter@mail.example:587?ssl=true",
    "smtp://bee:hunter@mail.example:587?tls=on&verify=two",
    "smtp://bee:hunter@mail.example:587?tls",
    "smtp://bee:hunter@mail.example:587?tls=on&tls=off",
    "smtps://bee:hunter@mail.example?tls=on",
    "smtp://hunter@mail.example?tls=on",
    "smtp://mail.example/two",
]
# What each variable may not be, with what else it takes for it to be read.
WRONG = {
    "SECRET_KEY": ["", "short", "a" * 60],
    "ALLOWED_HOSTS": ["", ",", "https://honey.example", "honey.example:8000", "a b", ".", "*"],
    "DATABASE_URL": [
        "",
        "not an address",
        "postgres://",
        "sqlite:///hunter",
        "postgres://bee:hunter/two@database:5432/name",
        "postgres://bee:83#two@database:5432/name",
        "postgres://bee:hunter[two@database/name",
        "postgres://bee:hunter@database:two/name",
    ],
    "MEDIA_ROOT": ["", "manage.py"],
    "DEBUG": ["maybe"],
    "HTTPS": ["perhaps"],
    "SUPERUSER_TWO_FACTOR": ["2"],
    "TRUSTED_PROXIES": ["-1", "4", "one", "\u00b2", "9" * 5000],
    "DESK_LANGUAGE": ["tlh", "Swahili"],
    "COUNTRY_HEADER": ["CF IPCountry", "country:", "\u00e9"],
    "WEB_CONCURRENCY": ["", " ", "many", "0", "33"],
    "CSRF_TRUSTED_ORIGINS": ["other.example", "https://other.example/", "https://a b"],
    "COMMIT": ["<script>", "a" * 65],
    "EMAIL_URL": ["pigeon://roof", "console:two", "file:", "file:///mail#two", "smtp:", *MAIL],
    "EMAIL_FROM": ["nobody", "Bee <bee>", "a@b, c@d", "a@b\nBcc: c@d"],
    "LETTERS_TO": ["nobody", "a@honey.example,b"],
    "LETTERS_KEPT_MONTHS": ["0", "1.5"],
    "SITE_URL": [
        "honey.example",
        "https://",
        "https://honey.example/app",
        "https://bee:hunter@honey.example",
        "https://honey.example?two",
        "ftp://honey.example",
        "https://*.example",
        "https://.honey.example",
    ],
    "S3_BUCKET": ["", "a", "Hunter Two"],
    "S3_ENDPOINT_URL": ["s3.example", "https://bee:hunter@s3.example", "https://bee:83#two@s3"],
    "S3_REGION": ["Hunter Two"],
    "S3_ACCESS_KEY_ID": [""],
    "S3_SECRET_ACCESS_KEY": [""],
    "REVIEW_APP": ["sometimes"],
    "DATABASE_SCHEMA": ["", "public", "review_"],
    "VITE_SERVER": ["127.0.0.1:5173", "http://127.0.0.1:5173/static", "http://a,http://b"],
    "SENTRY_DSN": ["hunter", "https://hunter/two"],
    "ERRORS_TO": ["nobody"],
    "SECURITY_CONTACT": ["nobody", "http://a"],
    "PORT": [],  # gunicorn's alone, see test_serving
}


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Start:
    """Return what a start with these variables says; nothing when it works."""

    def started(**changes: str) -> str:
        for name in [*os.environ]:
            monkeypatch.delenv(name)
        for name, value in (COMPLETE | changes).items():
            monkeypatch.setenv(name, value)
        try:
            runpy.run_path("upendo/settings.py")
        except ImproperlyConfigured as error:
            return "".join(traceback.format_exception(error, limit=0))
        return ""

    return started


def test_a_complete_environment_starts(start: Start) -> None:
    assert start() == ""
    assert start(**BUCKET) == ""
    assert start(**REVIEW) == ""


def test_every_variable_has_wrong_values_here() -> None:
    listed = re.findall(r"^#([A-Z0-9_]+)=", Path(".env.example").read_text(), re.MULTILINE)
    assert sorted(WRONG) == sorted(listed)


@pytest.mark.parametrize(
    ("variable", "value"), [(name, value) for name, values in WRONG.items() for value in values]
)
def test_a_wrong_value_stops_the_start_with_a_sentence_that_names_it(
    start: Start, variable: str, value: str
) -> None:
    said = start(**WITH.get(variable, {}) | {variable: value})
    named = "SITE_URL" if (variable, value) == ("ALLOWED_HOSTS", "*") else variable
    assert re.fullmatch(
        rf"django\.core\.exceptions\.ImproperlyConfigured: .*\bSet {named}\b.+\n", said, re.DOTALL
    )
    assert not re.search("hunter|two|83", said)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("ALLOWED_HOSTS", "honey.example, .honey.example,[::1],127.0.0.1"),
        ("CSRF_TRUSTED_ORIGINS", "https://other.example,https://*.other.example:8443"),
        ("DATABASE_URL", "postgres://bee:hunter%2Ftwo@database/name?sslmode=require"),
        ("DATABASE_URL", "postgres:///name?host=/run/postgresql"),
        ("EMAIL_FROM", "letters@honey.example"),
        ("EMAIL_FROM", '"Upendo, the honey" <letters@honey.example>'),
        ("EMAIL_URL", "file:///var/mail"),
        ("LETTERS_TO", "a@honey.example, Bee <b@honey.example>"),
        ("SITE_URL", "http://127.0.0.1:8000/"),
        ("WEB_CONCURRENCY", "4"),
        ("VITE_SERVER", "http://127.0.0.1:5173"),
    ],
)
def test_a_right_value_starts(start: Start, variable: str, value: str) -> None:
    assert start(**{variable: value}) == ""


def test_a_bucket_needs_its_keys_and_keys_need_their_bucket(start: Start) -> None:
    assert "Set S3_ACCESS_KEY_ID" in start(S3_BUCKET="honey")
    assert "Set S3_BUCKET" in start(S3_ACCESS_KEY_ID="key")


@pytest.mark.parametrize("tls", ["on", "true", "YES", "1"])
def test_smtp_is_read_whole(monkeypatch: pytest.MonkeyPatch, tls: str) -> None:
    monkeypatch.setenv("EMAIL_URL", f"smtp://bee:s%40lt@mail.example:587?tls={tls}")
    options = backing_services.mailer("EMAIL_URL", "console:")["OPTIONS"]
    assert (options["host"], options["port"], options["use_tls"]) == ("mail.example", 587, True)
    assert (options["username"], options["password"]) == ("bee", "s@lt")


@pytest.mark.parametrize(("value", "expected"), [("on", True), ("FALSE", False), ("", True)])
def test_a_flag_is_on_or_off(monkeypatch: pytest.MonkeyPatch, value: str, expected: bool) -> None:
    monkeypatch.setenv("SOMETHING", value)
    assert environment.flag("SOMETHING", default=True) is expected


def test_a_number_stays_in_its_range(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOMETHING", "9")
    with pytest.raises(ImproperlyConfigured, match="from 0 to 3; it is '9'"):
        environment.number("SOMETHING", 0, least=0, most=3)


@pytest.mark.parametrize("variable", ["COMMIT", "HEROKU_BUILD_COMMIT", "HEROKU_SLUG_COMMIT"])
def test_the_commit_is_read_wherever_the_host_tells_it(
    monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    for name in [*os.environ]:
        monkeypatch.delenv(name)
    for name, value in (COMPLETE | {variable: "a" * 40}).items():
        monkeypatch.setenv(name, value)
    assert runpy.run_path("upendo/settings.py")["COMMIT"] == "a" * 40


def test_the_example_names_every_variable() -> None:
    read = set()
    for file in (
        "upendo/settings.py",
        "upendo/environment.py",
        "upendo/backing_services.py",
        "gunicorn.conf.py",
    ):
        read |= set(
            re.findall(
                r"""(?<!default)\(["'](?!HTTP_)([A-Z0-9_]+)["'][,)]""", Path(file).read_text()
            )
        )
    assert {"SECRET_KEY", "DATABASE_URL", "S3_BUCKET", "EMAIL_URL", "PORT"} <= read
    listed = Path(".env.example").read_text()
    assert {name for name in read if name not in listed} == set()
