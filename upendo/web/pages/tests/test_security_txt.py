from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from upendo import environment


def test_whoever_found_a_hole_learns_whom_to_tell(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://honey.example"
    settings.SECURITY_CONTACT = "mailto:safe@honey.example"
    answer = client.get("/.well-known/security.txt", headers={"Host": "localhost"})
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert fields["Contact"] == "mailto:safe@honey.example"
    assert fields["Canonical"] == "https://honey.example/.well-known/security.txt"
    assert fields["Preferred-Languages"] == "en"
    left = datetime.fromisoformat(fields["Expires"]) - timezone.now()
    assert timedelta(days=30) < left < timedelta(days=365)


@pytest.mark.parametrize(
    ("value", "contact"),
    [
        ("", "mailto:letters@honey.example"),
        ("safe@honey.example", "mailto:safe@honey.example"),
        ("https://honey.example/report", "https://honey.example/report"),
    ],
)
def test_the_contact_is_that_of_letters_unless_one_is_set(
    monkeypatch: pytest.MonkeyPatch, value: str, contact: str
) -> None:
    monkeypatch.setenv("SECURITY_CONTACT", value)
    letters = "Upendo Honey <letters@honey.example>"
    assert environment.contact("SECURITY_CONTACT", letters) == contact


@pytest.mark.parametrize("value", ["the porter", "http://honey.example", "a@b\nX: y", "@", "a@b>"])
def test_a_contact_that_nobody_can_use_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SECURITY_CONTACT", value)
    with pytest.raises(ImproperlyConfigured, match="SECURITY_CONTACT"):
        environment.contact("SECURITY_CONTACT", "letters@honey.example")
