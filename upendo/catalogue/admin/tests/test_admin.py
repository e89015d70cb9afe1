from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client

from upendo.catalogue.models import Content, Picture, PrintRun
from upendo.catalogue.tests.factories import (
    BeekeeperFactory,
    FootprintFactory,
    JarFactory,
    PictureFactory,
    RecordingFactory,
    RetailerFactory,
    image_file,
)
from upendo.desk.tests.admins import registered
from upendo.editing.models import Draft

pytestmark = pytest.mark.django_db

MODELS = [
    model
    for model in registered()
    if issubclass(model, Content) and model._meta.app_label == "catalogue"
]


@pytest.fixture
def everything() -> None:
    """At least one record of every model, each with a picture where it can have one."""
    picture = PictureFactory.create()
    jar = JarFactory.create(
        code="PUREJOY",
        beekeeper=BeekeeperFactory.create(
            portrait=picture, letter_recording=RecordingFactory.create()
        ),
        retailer=RetailerFactory.create(logo=picture),
    )
    FootprintFactory.create(honey=jar.batch.honey)
    PrintRun.objects.create(number=1, batch=jar.batch, beekeeper=jar.beekeeper)


@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_list_search_and_form_opens(admin_client: Client, model: type[Any]) -> None:
    name = model._meta.model_name
    pk = model.objects.values_list("pk", flat=True)[0]
    for address in ("", "?q=honey", "add/", f"{pk}/change/"):
        assert admin_client.get(f"/admin/catalogue/{name}/{address}").status_code == 200


@pytest.mark.usefixtures("everything")
def test_a_beekeeper_leads_to_a_story(admin_client: Client) -> None:
    page = admin_client.get("/admin/catalogue/beekeeper/").content.decode()
    assert "/app/PUREJOY/menu" in page
    assert "/media/pictures/" in page


def test_an_upload_that_is_no_picture_is_an_error_beside_the_field(admin_client: Client) -> None:
    file = SimpleUploadedFile("photo.jpg", b"GIF89a")
    response = admin_client.post("/admin/catalogue/picture/add/", {"alt": "A hive", "image": file})
    assert response.status_code == 200
    assert not Picture.objects.exists()


def test_an_uploaded_picture_is_rendered(admin_client: Client) -> None:
    response = admin_client.post(
        "/admin/catalogue/picture/add/", {"alt": "A hive", "image": image_file()}
    )
    assert response.status_code == 302
    assert admin_client.get(Picture.objects.get().src).getvalue().startswith(b"RIFF")


def test_a_printed_code_can_neither_be_renamed_nor_deleted(admin_client: Client) -> None:
    jar = JarFactory.create(code="PUREJOY")
    page = admin_client.get(f"/admin/catalogue/jar/{jar.pk}/change/").content.decode()
    assert 'name="code"' not in page
    assert admin_client.post(f"/admin/catalogue/jar/{jar.pk}/delete/").status_code == 403


def test_an_account_without_permissions_sees_no_record(client: Client) -> None:
    client.force_login(User.objects.create_user("clerk", is_staff=True))
    kinds: list[type[Model]] = [*MODELS, Draft]
    for model in kinds:
        assert client.get(f"/admin/catalogue/{model._meta.model_name}/").status_code == 403
