"""Pictures in a real S3 server."""

import secrets
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from django.core.files.storage import default_storage
from django.test import Client
from moto.server import ThreadedMotoServer
from pytest_django import Settings

from upendo import backing_services
from upendo.catalogue.models import Beekeeper, Picture
from upendo.catalogue.tests.factories import (
    BeekeeperFactory,
    PictureFactory,
    RecordingFactory,
    image_file,
)
from upendo.catalogue.tests.sounds import sound_file

pytestmark = pytest.mark.django_db

ADD = "/admin/catalogue/picture/add/"


@pytest.fixture
def server() -> Iterator[ThreadedMotoServer]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def bucket(server: ThreadedMotoServer, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Any:
    """An empty bucket, which the application uses as its environment says."""
    host, port = server.get_host_and_port()
    name = f"honey-{secrets.token_hex(4)}"  # the server remembers those of other tests
    variables = {
        "S3_BUCKET": name,
        "S3_ENDPOINT_URL": f"http://{host}:{port}",
        "S3_REGION": "eu-west-1",
        "S3_ACCESS_KEY_ID": "key",
        "S3_SECRET_ACCESS_KEY": "secret",
    }
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)
    settings.STORAGES = settings.STORAGES | {"default": backing_services.media_storage()}
    resource = boto3.resource(
        "s3",
        endpoint_url=variables["S3_ENDPOINT_URL"],
        region_name="eu-west-1",
        aws_access_key_id="key",
        aws_secret_access_key="secret",
    )
    place = {"LocationConstraint": "eu-west-1"}
    return resource.create_bucket(Bucket=name, CreateBucketConfiguration=place)


def names(bucket: Any) -> set[str]:
    return {item.key.rpartition("/")[2] for item in bucket.objects.all()}


def test_an_upload_and_its_renditions_lie_in_the_bucket(admin_client: Client, bucket: Any) -> None:
    admin_client.post(ADD, {"alt": "A hive", "image": image_file((1000, 700))})
    assert names(bucket) == {
        "original.jpeg", "480.avif", "480.webp", "750.avif", "750.webp", "1000.avif", "1000.webp",
    }  # fmt: skip


def test_a_rendition_comes_from_our_own_address(client: Client, bucket: Any) -> None:
    response = client.get(PictureFactory.create().src)
    assert response["Content-Type"] == "image/webp"
    assert response.content[8:12] == b"WEBP"
    assert client.get("/media/pictures/0123456789abcdef/480.webp").status_code == 404


def test_a_recording_lies_there_and_comes_in_parts(client: Client, bucket: Any) -> None:
    address = RecordingFactory.create(file=sound_file()).src
    assert names(bucket) == {"recording.mp3"}
    part = client.get(address, headers={"Range": "bytes=10-19"})
    assert (part.status_code, len(part.content)) == (206, 10)


def test_the_old_files_stay_when_a_picture_is_exchanged(admin_client: Client, bucket: Any) -> None:
    picture = PictureFactory.create()
    before = picture.src
    form = {"alt": "Another", "image": image_file(colour="#17361f"), "focus_x": 50, "focus_y": 50}
    admin_client.post(f"/admin/catalogue/picture/{picture.pk}/change/", form)
    assert Picture.objects.get().src != before
    assert admin_client.get(before).status_code == 200


def test_a_store_that_fails_is_told_in_words_and_loses_nothing(
    admin_client: Client, bucket: Any, server: ThreadedMotoServer
) -> None:
    picture = PictureFactory.create(alt="Old")
    server.stop()
    form = {"alt": "New", "image": image_file(colour="#17361f"), "focus_x": 50, "focus_y": 50}
    page = admin_client.post(f"/admin/catalogue/picture/{picture.pk}/change/", form)
    assert "store does not answer" in page.content.decode()
    assert 'value="New"' in page.content.decode()
    after = Picture.objects.get()
    assert (after.alt, after.src) == ("Old", picture.src)


def test_a_story_s_form_keeps_its_text_when_the_store_fails(
    admin_client: Client, bucket: Any, server: ThreadedMotoServer
) -> None:
    beekeeper = BeekeeperFactory.create()
    server.stop()
    form = {"name": "Neema", "village": "Mlele", "bio": "Bees.", "portrait-file": image_file()}
    page = admin_client.post(f"/admin/catalogue/beekeeper/{beekeeper.pk}/change/", form)
    assert "store does not answer" in page.content.decode()
    assert 'value="Neema"' in page.content.decode()
    assert Beekeeper.objects.get().name == beekeeper.name


def test_a_reader_is_asked_to_come_back_while_the_store_fails(
    client: Client, bucket: Any, server: ThreadedMotoServer
) -> None:
    address = PictureFactory.create().src
    server.stop()
    response = client.get(address)
    assert (response.status_code, response["Cache-Control"]) == (503, "no-store")


def test_a_file_that_is_not_there_is_told_from_a_store_that_fails(bucket: Any) -> None:
    with pytest.raises(FileNotFoundError):
        default_storage.open("pictures/none")
