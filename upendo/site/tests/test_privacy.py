from django.test import Client
from django.urls import reverse
from pytest_django import Settings


def test_readers_are_told_what_is_counted_and_how_to_say_no(
    client: Client, settings: Settings
) -> None:
    settings.LETTERS_KEPT_MONTHS = 7
    page = client.get(reverse("privacy")).content.decode()
    assert "Global Privacy Control" in page
    assert "Do not count my visits" in page
    assert "7 months after the last message" in page


def test_countries_are_named_where_they_are_counted(client: Client, settings: Settings) -> None:
    assert "country" not in client.get("/privacy").content.decode()
    settings.COUNTRY_HEADER = "CF-IPCountry"
    assert "the country that your connection comes from" in client.get("/privacy").content.decode()
