import io
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from upendo.catalogue.maps.kml.tests.test_boundaries import kml
from upendo.catalogue.models import Forest, Jar
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    ForestFactory,
    HoneyFactory,
    JarFactory,
    RetailerFactory,
)

pytestmark = pytest.mark.django_db

RESOURCES: dict[str, Any] = {
    "forests": ForestFactory,
    "beekeepers": BeekeeperFactory,
    "honeys": HoneyFactory,
    "batches": BatchFactory,
    "retailers": RetailerFactory,
    "jars": JarFactory,
}


@pytest.fixture
def stranger(client: Client) -> Client:
    """Somebody with an account and no permission."""
    client.force_login(User.objects.create_user("stranger"))
    return client


@pytest.mark.parametrize("resource", RESOURCES)
def test_the_public_lists_and_changes_nothing(client: Client, resource: str) -> None:
    pk = RESOURCES[resource].create().pk
    assert client.get(f"/api/v1/{resource}/").status_code == 403
    assert client.get(f"/api/v1/{resource}/{pk}/").status_code == 403
    assert client.delete(f"/api/v1/{resource}/{pk}/").status_code == 403


@pytest.mark.parametrize("resource", RESOURCES)
def test_an_account_without_permissions_reads_and_changes_nothing(
    stranger: Client, resource: str
) -> None:
    address = f"/api/v1/{resource}/{RESOURCES[resource].create().pk}/"
    answers = [
        stranger.get(address),
        stranger.post(f"/api/v1/{resource}/", {}, "application/json"),
        stranger.put(address, {}, "application/json"),
        stranger.patch(address, {}, "application/json"),
        stranger.delete(address),
    ]
    assert [answer.status_code for answer in answers] == [403] * 5


@pytest.mark.parametrize("resource", RESOURCES)
def test_who_may_change_can_read_what_was_written(admin_client: Client, resource: str) -> None:
    pk = RESOURCES[resource].create().pk
    address = f"/api/v1/{resource}/{pk}/"
    record = admin_client.get(address).json()
    unchanged = {key: value for key, value in record.items() if value is not None}
    response = admin_client.put(address, unchanged, "application/json")
    assert response.status_code == 200, response.content
    assert response.json() == record


def test_the_view_permission_opens_reading_alone(client: Client) -> None:
    reader = User.objects.create_user("reader")
    reader.user_permissions.add(Permission.objects.get(codename="view_forest"))
    client.force_login(reader)
    assert client.get("/api/v1/forests/").status_code == 200
    assert client.post("/api/v1/forests/", {}, "application/json").status_code == 403


def test_a_new_jar_gets_a_code_and_a_typed_one_is_tidied(admin_client: Client) -> None:
    jar = {"batch": BatchFactory.create().pk, "beekeeper": BeekeeperFactory.create().pk}
    made = admin_client.post("/api/v1/jars/", jar, "application/json")
    typed = admin_client.post("/api/v1/jars/", jar | {"code": "my-code 7"}, "application/json")
    assert len(made.json()["code"]) == 8
    assert typed.json()["code"] == "MYCODE7"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"code": "OTHER"}, "code"),
        ({"status": "draft"}, "status"),
        ({"net_weight_grams": 0}, "net_weight_grams"),
    ],
)
def test_a_printed_code_stays_as_it_is(
    admin_client: Client, change: dict[str, object], field: str
) -> None:
    jar = JarFactory.create(code="PUREJOY")
    response = admin_client.patch(f"/api/v1/jars/{jar.pk}/", change, "application/json")
    assert response.status_code == 400
    assert field in response.json()


def test_a_printed_code_is_retired_and_not_deleted(admin_client: Client) -> None:
    jar = JarFactory.create()
    response = admin_client.delete(f"/api/v1/jars/{jar.pk}/")
    assert (response.status_code, Jar.objects.count()) == (409, 1)
    assert "Retire it" in response.json()["detail"]


def test_what_others_need_is_not_deleted(admin_client: Client) -> None:
    batch = BatchFactory.create()
    response = admin_client.delete(f"/api/v1/forests/{batch.forest_id}/")
    assert response.status_code == 409


def test_impossible_figures_are_refused_in_words(admin_client: Client) -> None:
    batch = BatchFactory.create()
    response = admin_client.patch(
        f"/api/v1/batches/{batch.pk}/", {"harvested_to": "2020-01-01"}, "application/json"
    )
    assert response.status_code == 400
    assert "cannot end before it begins" in response.content.decode()


def upload(content: io.BytesIO) -> SimpleUploadedFile:
    return SimpleUploadedFile("forest.kml", content.getvalue())


def test_an_uploaded_kml_becomes_the_outline(admin_client: Client) -> None:
    text = {"title": "Inyonga", "region": "Katavi", "description": "Miombo."}
    response = admin_client.post("/api/v1/forests/", text | {"kml": upload(kml())})
    assert response.status_code == 201, response.content
    boundary: Any = Forest.objects.get().boundary
    assert boundary["type"] == "MultiPolygon"


def test_a_bad_kml_is_refused_and_the_old_outline_kept(admin_client: Client) -> None:
    forest = ForestFactory.create(boundary={"type": "MultiPolygon", "coordinates": []})
    response = admin_client.put(
        f"/api/v1/forests/{forest.pk}/",
        b"--b\r\nContent-Disposition: form-data; name=kml; filename=a.kml\r\n\r\nno\r\n--b--\r\n",
        "multipart/form-data; boundary=b",
    )
    assert response.status_code == 400
    assert Forest.objects.get().boundary == {"type": "MultiPolygon", "coordinates": []}
