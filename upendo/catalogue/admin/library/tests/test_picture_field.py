"""Uploading a picture in the form of a story, and what is said about it."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from upendo.catalogue.models import Beekeeper, Picture
from upendo.catalogue.tests import desk
from upendo.catalogue.tests.factories import (
    BeekeeperFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
    image_file,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def beekeeper() -> Beekeeper:
    return BeekeeperFactory.create(name="Neema")


def form(**fields: object) -> dict[str, object]:
    return {"name": "Neema", "village": "Mlele", "bio": "Bees.", "letter_language": "sw"} | fields


def address(beekeeper: Beekeeper) -> str:
    return f"/admin/catalogue/beekeeper/{beekeeper.pk}/change/"


def test_a_new_picture_comes_with_the_form(admin_client: Client, beekeeper: Beekeeper) -> None:
    new = {"portrait-file": image_file(), "portrait-alt": "Neema smiling"}
    assert admin_client.post(address(beekeeper), form(**new)).status_code == 302
    beekeeper.refresh_from_db()
    assert beekeeper.portrait is not None
    assert beekeeper.portrait.alt == "Neema smiling"


def test_a_picture_of_the_library_is_chosen_and_taken_away(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    picture = PictureFactory.create()
    admin_client.post(address(beekeeper), form(portrait=picture.pk))
    assert Beekeeper.objects.get().portrait == picture
    admin_client.post(address(beekeeper), form(portrait=""))
    assert Beekeeper.objects.get().portrait is None


def test_a_picture_is_kept_when_another_field_is_wrong(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    page = admin_client.post(address(beekeeper), form(name="", **{"portrait-file": image_file()}))
    picture = Picture.objects.get()
    assert page.status_code == 200
    assert re.search(rf'<option value="{picture.pk}"[^>]*selected', page.content.decode())


def test_a_draft_keeps_the_picture_that_came_with_it(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    JarFactory.create(beekeeper=beekeeper)
    new: dict[str, Any] = {"portrait-file": image_file(), "portrait-alt": "Neema smiling"}
    desk.save(admin_client, beekeeper, **new)
    assert Beekeeper.objects.get().portrait is None
    assert "Neema smiling" in admin_client.get(address(beekeeper)).content.decode()
    desk.save(admin_client, beekeeper, "_publish")
    published = Beekeeper.objects.get().portrait
    assert published is not None
    assert (published.alt, Picture.objects.count()) == ("Neema smiling", 1)


def test_a_file_that_is_no_picture_is_an_error_beside_the_field(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    file = SimpleUploadedFile("portrait.jpg", b"\0\0\0\x18ftypheic")
    page = admin_client.post(address(beekeeper), form(**{"portrait-file": file}))
    assert "HEIC" in page.content.decode()
    assert not Picture.objects.exists()


def test_who_may_add_no_pictures_sends_none(client: Client, beekeeper: Beekeeper) -> None:
    clerk = User.objects.create_user("clerk", is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename="change_beekeeper"))
    client.force_login(clerk)
    assert "portrait-file" not in client.get(address(beekeeper)).content.decode()
    client.post(address(beekeeper), form(**{"portrait-file": image_file()}))
    assert not Picture.objects.exists()


def test_a_picture_comes_with_a_new_row_of_the_harvest_too(admin_client: Client) -> None:
    honey = HoneyFactory.create()
    rows = {"harvestpicture_set-TOTAL_FORMS": 1, "harvestpicture_set-INITIAL_FORMS": 0}
    none = {
        f"{name}-{key}": 0
        for name in ("facts", "nutrition")
        for key in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    text = {
        "name": honey.name,
        "tasting_note": "Caramel",
        "description": "Light",
        "season": "May",
        "harvest": "By rope",
    }
    new = {
        "harvestpicture_set-0-picture-file": image_file(),
        "harvestpicture_set-0-picture-alt": "A comb",
        "harvestpicture_set-0-position": 0,
        "harvestpicture_set-0-honey": honey.pk,
    }
    page = admin_client.post(f"/admin/catalogue/honey/{honey.pk}/change/", text | rows | none | new)
    assert page.status_code == 302, page.context["errors"]
    assert honey.harvest_pictures.get().alt == "A comb"


def test_what_is_too_small_for_its_place_is_said(
    admin_client: Client, beekeeper: Beekeeper
) -> None:
    beekeeper.portrait = PictureFactory.create(alt="", image=image_file((640, 480)))
    beekeeper.save()
    page = admin_client.get(address(beekeeper)).content.decode()
    assert "640 px wide: too small for the portrait" in page
    assert "Use at least 960." in page
    assert "Add its alternative text" in page
