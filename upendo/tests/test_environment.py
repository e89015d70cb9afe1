import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from upendo import environment

COMPLETE = {
    "SECRET_KEY": "abcdefghij" * 5,
    "ALLOWED_HOSTS": "honey.example",
    "DATABASE_URL": "postgres://localhost/none",
    "MEDIA_ROOT": "media",
}


def start(**changes: str) -> str:
    """Return what a start with these variables complains of; nothing when it works."""
    variables = {key: value for key, value in (COMPLETE | changes).items() if value}
    done = subprocess.run(
        [sys.executable, "-c", "import upendo.settings"],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr.splitlines()[-1] if done.returncode else ""


def test_a_complete_environment_starts() -> None:
    assert start() == ""


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "short"),
        ("ALLOWED_HOSTS", ""),
        ("DATABASE_URL", ""),
        ("DATABASE_URL", "not an address"),
        ("MEDIA_ROOT", ""),
        ("DEBUG", "maybe"),
        ("HTTPS", "perhaps"),
        ("TRUSTED_PROXIES", "-1"),
        ("EMAIL_URL", "pigeon://roof"),
    ],
)
def test_a_wrong_value_stops_the_start_with_a_sentence_that_names_it(
    variable: str, value: str
) -> None:
    assert f"ImproperlyConfigured: Set {variable}" in start(**{variable: value})


def test_a_bucket_needs_its_keys() -> None:
    assert "Set S3_ACCESS_KEY_ID" in start(S3_BUCKET="honey")


def test_smtp_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMAIL_URL", "smtp://bee:s%40lt@mail.example:587?tls=on")
    options = environment.mailer("EMAIL_URL", "console:")["OPTIONS"]
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


def test_the_example_names_every_variable() -> None:
    read = set()
    for module in ("settings", "environment"):
        text = Path(f"upendo/{module}.py").read_text()
        read |= set(
            re.findall(r'\b(?:text|flag|number|names|secret_key|mailer|database)\("(\w+)"', text)
        )
        read |= set(re.findall(r'os\.environ(?:\.get\(|\[)"(\w+)"', text))
    assert {"SECRET_KEY", "DATABASE_URL", "S3_BUCKET", "EMAIL_URL"} <= read
    listed = Path(".env.example").read_text()
    assert {name for name in read if name not in listed} == set()
