"""A disk that is full in the middle of a picture; RLIMIT_FSIZE gives the system's own error."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client

from upendo.catalogue.models import Picture
from upendo.catalogue.tests.factories import PictureFactory, image_file
from upendo.web.storage.disk import Disk


@contextmanager
def full_after(size: int) -> Iterator[None]:
    """No file grows over this size in bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("limit", [0, 500])
def test_a_full_disk_leaves_nothing(tmp_path: Path, limit: int) -> None:
    disk = Disk(location=tmp_path)
    with full_after(limit), pytest.raises(OSError, match="File too large"):
        disk.save("pictures/a/480.webp", ContentFile(b"x" * 1000))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_full_disk_keeps_the_former_file(tmp_path: Path) -> None:
    disk = Disk(location=tmp_path)
    disk.save("a", ContentFile(b"former"))
    with full_after(0), pytest.raises(OSError, match="File too large"):
        disk.save("a", ContentFile(b"new"))
    assert (tmp_path / "a").read_bytes() == b"former"
    assert disk.save("a", ContentFile(b"new")) == "a"
    assert (tmp_path / "a").read_bytes() == b"new"


@pytest.mark.django_db
def test_the_form_says_so_and_nothing_is_kept(admin_client: Client) -> None:
    data = {"image": image_file((700, 500), colour="#123456"), "alt": "", "focus_x": 50}
    with full_after(0):
        page = admin_client.post("/admin/catalogue/picture/add/", data)
    assert "store does not answer" in page.content.decode()
    assert not Picture.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("damage", ["empty", "cut short", "missing"])
def test_the_same_picture_again_heals_a_damaged_one(client: Client, damage: str) -> None:
    picture = PictureFactory.create(image=image_file((700, 500), colour="#abcdef"))
    name = picture.src.removeprefix("/media/")
    path = Path(default_storage.path(name))
    whole = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(b"" if damage == "empty" else whole[:20])
    if damage != "cut short":
        response = client.get(picture.src)
        assert response.status_code in (404, 503)
        assert "immutable" not in response.get("Cache-Control", "")
    again = PictureFactory.create(image=image_file((700, 500), colour="#abcdef"))
    assert again.image.name == picture.image.name
    assert client.get(picture.src).getvalue() == whole
