from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from upendo.catalogue.models import Consent
from upendo.inbox.models import Exchange
from upendo.inbox.tests.factories import ExchangeFactory
from upendo.story.document import forget_stories

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()


def shown(client: Client, exchange: Exchange) -> Any:
    forget_stories()
    return client.get(f"/api/v1/stories/{exchange.letter.jar.code}/").json()["letters"]


def say(client: Client, exchange: Exchange, **word: str) -> None:
    client.post(f"{exchange.letter.get_absolute_url()}/public", word)


@pytest.mark.parametrize("beekeeper", [None, TODAY])
@pytest.mark.parametrize("reader", [None, timezone.now()])
def test_a_letter_is_public_when_both_sides_agree_and_only_then(
    client: Client, beekeeper: Any, reader: Any
) -> None:
    exchange = ExchangeFactory.create(beekeeper_agreed_on=beekeeper, reader_agreed_at=reader)
    words = {"question": "What do bees drink?", "answer": "Dew.", "signed": "Ann, Graz"}
    assert shown(client, exchange) == ([words | {"photo": None}] if beekeeper and reader else [])


def test_the_reader_is_asked_agrees_and_takes_it_back(client: Client) -> None:
    exchange = ExchangeFactory.create(beekeeper_agreed_on=TODAY)
    page = client.get(exchange.letter.get_absolute_url()).content.decode()
    assert "What do bees drink?" in page
    say(client, exchange, agree=exchange.digest)
    assert len(shown(client, exchange)) == 1
    assert "You agreed" in client.get(exchange.letter.get_absolute_url()).content.decode()
    say(client, exchange)
    assert shown(client, exchange) == []
    assert not Exchange.objects.exists()


def test_a_yes_counts_for_the_words_that_the_reader_saw(client: Client) -> None:
    exchange = ExchangeFactory.create(beekeeper_agreed_on=TODAY)
    seen = exchange.digest
    Exchange.objects.update(question="Other words")
    say(client, exchange, agree=seen)
    assert shown(client, exchange) == []


def test_words_that_were_agreed_to_stay_as_they_are(admin_client: Client) -> None:
    exchange = ExchangeFactory.create(reader_agreed_at=timezone.now())
    page = admin_client.get(f"/admin/inbox/letter/{exchange.letter.pk}/change/").content.decode()
    field = page.split('name="exchange-0-question"')[1].split(">")[0]
    assert "disabled" in field


def test_nobody_is_shown_beside_a_beekeeper_who_is_not_named(client: Client) -> None:
    exchange = ExchangeFactory.create(beekeeper_agreed_on=TODAY, reader_agreed_at=timezone.now())
    Consent.objects.update(withdrawn_on=TODAY)
    assert shown(client, exchange) == []


def test_erasing_a_letter_takes_it_off_the_story(client: Client) -> None:
    exchange = ExchangeFactory.create(beekeeper_agreed_on=TODAY, reader_agreed_at=timezone.now())
    client.post(f"{exchange.letter.get_absolute_url()}/erase")
    assert shown(client, exchange) == []


def test_public_words_obey_the_rules_for_what_may_be_said() -> None:
    exchange = ExchangeFactory.create(answer="Our honey heals every cough.")
    with pytest.raises(ValidationError):
        exchange.full_clean()


def test_the_page_without_javascript_shows_it_too(client: Client) -> None:
    exchange = ExchangeFactory.create(beekeeper_agreed_on=TODAY, reader_agreed_at=timezone.now())
    page = client.get(f"/app/{exchange.letter.jar.code}/read").content.decode()
    assert "What do bees drink?" in page
