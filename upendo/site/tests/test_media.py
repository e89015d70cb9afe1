import pytest
from django.test import Client

from upendo.catalogue.tests.factories import PictureFactory

pytestmark = pytest.mark.django_db


def test_a_rendition_may_be_kept_for_ever(client: Client) -> None:
    response = client.get(PictureFactory.create().src)
    assert response["Content-Type"] == "image/webp"
    assert "immutable" in response["Cache-Control"]
    assert response.getvalue()[8:12] == b"WEBP"


@pytest.mark.parametrize(
    "address",
    [
        "/media/pictures/0123456789abcdef/480.webp",
        "/media/pictures/../../manage.py",
        "/media/pictures/0123456789abcdef/original.jpeg",
    ],
)
def test_nothing_else_is_given_out(client: Client, address: str) -> None:
    PictureFactory.create()
    assert client.get(address).status_code == 404
