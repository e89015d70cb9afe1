import pytest
from django.test import Client

from upendo.catalogue.tests.factories import PictureFactory, RecordingFactory
from upendo.catalogue.tests.sounds import sound_file

pytestmark = pytest.mark.django_db


def test_a_rendition_may_be_kept_for_ever(client: Client) -> None:
    response = client.get(PictureFactory.create().src)
    assert response["Content-Type"] == "image/webp"
    assert "immutable" in response["Cache-Control"]
    assert response.getvalue()[8:12] == b"WEBP"


def test_a_recording_is_sent_in_parts_and_may_be_kept_for_ever(client: Client) -> None:
    address = RecordingFactory.create(file=sound_file()).src
    whole = client.get(address)
    assert whole["Content-Type"] == "audio/mpeg"
    assert "immutable" in whole["Cache-Control"]
    assert "Content-Encoding" not in whole
    # As an iPhone begins: it asks for two bytes, and plays nothing that does not answer so.
    part = client.get(address, headers={"Range": "bytes=0-1"})
    assert (part.status_code, part["Content-Length"]) == (206, "2")
    assert part["Content-Range"] == f"bytes 0-1/{len(whole.content)}"
    last = client.get(address, headers={"Range": "bytes=-100", "If-Range": whole["ETag"]})
    assert last.content == whole.content[-100:]
    assert client.get(address, headers={"Range": "bytes=9999999-"}).status_code == 416
    assert client.get(address, headers={"If-None-Match": whole["ETag"]}).status_code == 304
    assert client.head(address)["Content-Length"] == str(len(whole.content))


@pytest.mark.parametrize(
    "address",
    [
        "/media/recordings/0123456789abcdef/recording.mp3",
        "/media/recordings/0123456789abcdef/../../manage.py",
        "/media/pictures/0123456789abcdef/480.webp",
        "/media/pictures/../../manage.py",
        "/media/pictures/0123456789abcdef/original.jpeg",
    ],
)
def test_nothing_else_is_given_out(client: Client, address: str) -> None:
    PictureFactory.create()
    assert client.get(address).status_code == 404
