"""No request, however odd, is answered with an error of ours."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from upendo.catalogue.tests.factories import JarFactory
from upendo.inbox.tests.factories import LetterFactory
from upendo.tests.odd_requests import broken

pytestmark = pytest.mark.django_db


@pytest.fixture
def known() -> list[str]:
    """What exists, in addresses: a story, a letter, and some numbers of records."""
    jar, letter = JarFactory.create(code="PUREJOY"), LetterFactory.create()
    return [jar.code, letter.token, *map(str, (jar.pk, jar.batch.pk, jar.beekeeper.pk, letter.pk))]


@pytest.fixture
def client(client: Client) -> Client:
    client.raise_request_exception = False
    return client


def test_odd_requests_from_anywhere_break_nothing(client: Client, known: list[str]) -> None:
    assert broken(client, 300, seed=1, known=known) == []


def test_odd_requests_from_the_desk_break_nothing(client: Client, known: list[str]) -> None:
    client.force_login(User.objects.create_superuser("neema"))
    assert broken(client, 300, seed=2, known=known) == []
