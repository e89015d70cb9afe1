"""How many letters one jar takes: those that were stored count, whoever else was refused."""

from typing import Any

import pytest
from django.test import Client

from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.models import Letter
from upendo.inbox.tests.factories import LetterFactory, letter_data

pytestmark = pytest.mark.django_db

AN_HOURS_LETTERS = 120


@pytest.fixture
def jar() -> Jar:
    return JarFactory.create(code="PUREJOY")


def send(data: dict[str, Any], network: int = 0) -> Any:
    place = f"10.{network // 256}.{network % 256}.1"
    return Client().post("/api/v1/letters/", data, "application/json", REMOTE_ADDR=place)


@pytest.mark.usefixtures("jar")
def test_one_network_cannot_close_a_letterbox_with_what_is_refused() -> None:
    answers = [send(letter_data()).status_code for _ in range(150)]
    assert [answers.count(status) for status in (201, 429)] == [30, 120]
    assert send(letter_data(), network=1).status_code == 201


@pytest.mark.usefixtures("jar")
def test_what_is_no_letter_fills_no_letterbox() -> None:
    for number in range(130):
        assert send(letter_data(message=""), network=number % 8).status_code == 400
    assert send(letter_data(), network=8).status_code == 201


@pytest.mark.usefixtures("jar")
def test_the_same_letter_again_fills_no_letterbox() -> None:
    data = letter_data()
    answers = {send(data, network=number % 8).json()["path"] for number in range(130)}
    assert answers == {Letter.objects.get().get_absolute_url()}
    assert send(letter_data(), network=8).status_code == 201


def test_a_full_letterbox_says_for_how_long_and_other_jars_take_letters(jar: Jar) -> None:
    sent = letter_data(message="I was in time.")
    path = send(sent).json()["path"]
    LetterFactory.create_batch(AN_HOURS_LETTERS - 1, jar=jar)
    refused = send(letter_data())
    assert refused.status_code == 429
    assert 3500 < int(refused["Retry-After"]) <= 3600
    assert "letter" in refused.json()["detail"]
    assert send(sent).json()["path"] == path
    JarFactory.create(code="GOLDLEAF")
    assert send(letter_data(code="GOLDLEAF")).status_code == 201
