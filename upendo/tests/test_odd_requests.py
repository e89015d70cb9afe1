"""No request, however odd, is answered with an error of ours."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from upendo.tests.odd_requests import broken, existing

pytestmark = pytest.mark.django_db


@pytest.fixture
def known() -> list[str]:
    return existing()


@pytest.fixture
def client(client: Client) -> Client:
    client.raise_request_exception = False
    return client


def test_odd_requests_from_anywhere_break_nothing(client: Client, known: list[str]) -> None:
    assert broken(client, 300, seed=1, known=known) == []


def test_odd_requests_from_the_desk_break_nothing(client: Client, known: list[str]) -> None:
    client.force_login(User.objects.create_superuser("neema"))
    assert broken(client, 300, seed=2, known=known) == []
