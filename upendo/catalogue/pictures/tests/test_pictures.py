import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from upendo.catalogue.models import Picture
from upendo.catalogue.pictures import renditions
from upendo.catalogue.pictures.headers import PictureError
from upendo.catalogue.tests.factories import PictureFactory, image_file
from upendo.web.apart import MOST_BYTES


def test_widths_never_exceed_the_original() -> None:
    assert renditions.widths(2400) == [480, 750, 1080, 1600]
    assert renditions.widths(1200) == [480, 750, 1080, 1200]
    assert renditions.widths(300) == [300]


def test_a_panorama_is_kept_high_enough_for_the_part_of_it_that_a_page_shows() -> None:
    panorama = renditions.read(image_file((6000, 900)))
    assert panorama.size == (3600, 540)
    assert max(renditions.widths(panorama.size[0])) == 3600
    assert "3600.avif" in panorama.renditions
    assert Picture(width=3600, height=540, folder="f").src.endswith("/f/3600.webp")
    assert Picture(width=1800, height=1200, folder="f").src.endswith("/f/1080.webp")
    assert renditions.read(image_file((900, 2400))).size == (900, 2400)
    assert renditions.read(image_file((4000, 3000))).size == (2400, 1800)


def test_the_place_where_a_photo_was_taken_is_removed_and_the_photo_turned_upright() -> None:
    content = io.BytesIO()
    image = Image.new("RGB", (800, 600))
    exif = image.getexif()
    exif[0x0112] = 6  # lies on its side
    exif.get_ifd(0x8825)[2] = (5.0, 30.0, 0.0)  # GPS latitude
    image.save(content, "JPEG", exif=exif)
    clean = Image.open(io.BytesIO(renditions.read(content).original))
    assert clean.size == (600, 800)
    assert not clean.getexif()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"no picture", "not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture"),
        (image_file(kind="GIF").read(), "not a picture"),
        (image_file(kind="TIFF").read(), "TIFF"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC photo is damaged"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "HEIC photo is damaged"),
        (b"\0\0\0\x14ftypqt  \0\0\2\0qt  ", "This is a video"),
        (b"\0\0\0\x18ftypisom\0\0\2\0isommp42", "This is a video"),
        (image_file().read()[:400], "damaged"),
        (b"x" * (MOST_BYTES + 1), "larger than 15 MB"),
        (image_file((9000, 9000), "PNG").read(), "too many"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_what_cannot_be_shown_is_refused_in_words(content: bytes, message: str) -> None:
    with pytest.raises(PictureError, match=message):
        renditions.read(io.BytesIO(content))


@pytest.mark.django_db
def test_a_saved_picture_can_be_fetched_in_every_size_and_format() -> None:
    picture = PictureFactory.create(image=image_file((1200, 900), "PNG"))
    assert (picture.width, picture.height, picture.colour) == (1200, 900, "#d99a1e")
    for source in picture.sources:
        for candidate in source["srcset"].split(", "):
            url, width = candidate.split()
            with default_storage.open(url.removeprefix("/media/")) as file:
                image = Image.open(file)
                assert image.get_format_mimetype() == source["type"]
                assert f"{image.width}w" == width


@pytest.mark.django_db
def test_saving_again_renders_nothing_again() -> None:
    picture = PictureFactory.create()
    before = picture.image.name
    picture.alt = "Another text"
    picture.save()
    assert Picture.objects.get(pk=picture.pk).image.name == before


@pytest.mark.django_db
def test_a_broken_upload_saves_nothing() -> None:
    with pytest.raises(PictureError):
        PictureFactory.create(image=ContentFile(b"no picture", name="photo.jpg"))
    assert not Picture.objects.exists()
