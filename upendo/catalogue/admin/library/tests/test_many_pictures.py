"""Two hundred photos into the library: each once, each with a name, each accounted for."""

import hashlib
import io
import random
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from upendo.catalogue.admin.library import many_pictures
from upendo.catalogue.models import Picture
from upendo.catalogue.tests.factories import image_file
from upendo.web import apart

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/catalogue/picture/many/"


def photo(name: str = "hive.jpg", colour: str = "#d99a1e") -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(content, "JPEG")
    return SimpleUploadedFile(name, content.getvalue())


def send(client: Client, **fields: Any) -> dict[str, str]:
    response = client.post(ADDRESS, fields, headers={"Accept": "application/json"})
    answer: dict[str, str] = response.json()
    return answer | {"status": str(response.status_code)}


def test_a_photo_is_named_by_what_it_is_for(admin_client: Client) -> None:
    answer = send(admin_client, files=photo(), purpose="Portrait of Neema")
    picture = Picture.objects.get()
    assert (answer["state"], str(picture)) == ("added", "Portrait of Neema")
    assert f"/picture/{picture.pk}/" in answer["address"]
    assert "<img" in answer["thumbnail"]
    assert "Portrait of Neema" in admin_client.get("/admin/catalogue/picture/?q=neema").text


def test_without_a_name_it_has_its_files(admin_client: Client) -> None:
    send(admin_client, files=photo("a tree.jpg"))
    assert Picture.objects.get().purpose == "a tree"


def test_the_same_file_is_not_stored_twice(admin_client: Client) -> None:
    source = hashlib.sha256(b"as the phone has it").hexdigest()
    assert send(admin_client, source=source)["state"] == "unknown"
    states = [
        send(admin_client, files=photo(), source=source)["state"],
        send(admin_client, source=source)["state"],
        send(admin_client, files=photo(colour="#2f6b3c"), source=source)["state"],
        send(admin_client, files=photo("copy.jpg"))["state"],
    ]
    assert states == ["added", "known", "known", "known"]
    assert Picture.objects.count() == 1


def test_a_file_whose_picture_was_replaced_is_new_again(admin_client: Client) -> None:
    send(admin_client, files=photo())
    picture = Picture.objects.get()
    picture.image = image_file(colour="#2f6b3c")
    picture.save()
    assert send(admin_client, files=photo())["state"] == "added"


def test_what_is_no_picture_is_refused_with_the_reason(admin_client: Client) -> None:
    answer = send(admin_client, files=SimpleUploadedFile("film.mov", b"\0\0\0\x14ftypqt  \0\0"))
    assert (answer["state"], answer["status"]) == ("refused", "200")
    assert "This is a video" in answer["words"]


def test_whoever_comes_while_others_are_prepared_may_try_again(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "LONGEST_WAIT", 0.01)
    with apart._turn:
        assert send(admin_client, files=photo())["status"] == "503"
    assert send(admin_client, files=photo())["state"] == "added"


def test_without_the_script_all_come_at_once_and_each_is_accounted_for(
    admin_client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [photo(), photo("again.jpg"), SimpleUploadedFile("words.txt", b"words")]
    page = admin_client.post(ADDRESS, {"files": files, "purpose": "Harvest"}).text
    assert [picture.purpose for picture in Picture.objects.all()] == ["Harvest 1"]
    assert [page.count(f'data-state="{s}"') for s in ("added", "known", "refused")] == [1, 1, 1]
    monkeypatch.setattr(many_pictures, "SECONDS", -1)
    assert "too many at once" in admin_client.post(ADDRESS, {"files": [photo("c.jpg")]}).text


def test_only_who_may_add_pictures_sends_them(client: Client) -> None:
    clerk = User.objects.create_user("clerk", is_staff=True)
    clerk.user_permissions.set(Permission.objects.filter(codename="view_picture"))
    client.force_login(clerk)
    assert client.get(ADDRESS).status_code == 403
    assert "Add many photos" not in client.get("/admin/catalogue/picture/").text


def test_files_of_any_kind_are_added_or_refused_in_words(admin_client: Client) -> None:
    """Whole, cut short and damaged files: what went in is what came out and what was refused."""
    chance = random.Random(4)
    kinds = ["JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF"]
    answers = []
    for number in range(12):
        content = bytearray(image_file((40 + number, 30), kinds[number % len(kinds)]).read())
        if number % 3 == 1:
            del content[chance.randrange(len(content)) :]
        elif number % 3 == 2:
            for _ in range(9):
                content[chance.randrange(len(content))] = chance.randrange(256)
        answers.append(send(admin_client, files=SimpleUploadedFile(f"{number}", bytes(content))))
    states = [answer["state"] for answer in answers]
    assert set(states) <= {"added", "known", "refused"}
    assert states.count("added") == Picture.objects.count()
    assert all(answer["words"].endswith(".") for answer in answers)
