import io

import pytest
from django.test import Client
from PIL import Image, ImageFont

from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
    image_file,
)
from upendo.site.share import drawing, lettering
from upendo.site.share.drawing import Words
from upendo.story.document import forget_stories

SIZES = drawing.TITLE_SIZES
PANEL = (0, 0, 540, 630)  # px, where the words stand
ABOVE_THE_RULE = (0, 488, 540, 496)  # px
BELOW_THE_RULE = (0, 506, 540, 630)  # px


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def panel_differs(one: str, other: str) -> bool:
    """Whether two titles look different."""
    pictures = [drawing.draw(Words(title, "line"), None) for title in (one, other)]
    first, second = (opened(picture).crop(PANEL).tobytes() for picture in pictures)
    return first != second


@pytest.mark.django_db
def test_a_page_has_a_picture_that_previews_take(client: Client) -> None:
    honey = HoneyFactory.create(jar_photo=PictureFactory.create(image=image_file(colour="#aa0000")))
    JarFactory.create(code="PUREJOY", batch=BatchFactory.create(honey=honey))
    response = client.get("/share/purejoy/menu.jpg")
    picture = opened(response.content)
    assert (picture.format, picture.size) == ("JPEG", (1200, 630))
    red, green, blue = picture.getpixel((1000, 300))  # type: ignore[misc]  # a colour picture
    assert red > 150 > green + blue
    assert "max-age=86400" in response["Cache-Control"]


@pytest.mark.django_db
def test_a_known_picture_is_not_sent_again_until_the_story_changes(client: Client) -> None:
    jar = JarFactory.create(code="PUREJOY")
    seen = client.get("/share/PUREJOY/beekeeper.jpg")["ETag"]
    again = client.get("/share/PUREJOY/beekeeper.jpg", headers={"If-None-Match": seen})
    assert again.status_code == 304
    jar.net_weight_grams += 1
    jar.save()
    forget_stories()
    assert client.get("/share/PUREJOY/beekeeper.jpg")["ETag"] != seen


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["NOSUCH/menu", "PUREJOY/nonsense"])
def test_there_is_no_picture_of_what_does_not_exist(client: Client, address: str) -> None:
    JarFactory.create(code="PUREJOY")
    assert client.get(f"/share/{address}.jpg").status_code == 404


@pytest.mark.django_db
def test_a_name_that_no_typeface_of_ours_can_write_is_left_out(client: Client) -> None:
    name = "蜂蜜"
    JarFactory.create(code="PUREJOY", beekeeper=BeekeeperFactory.create(name=name))
    assert not lettering.is_drawable(name)
    assert client.get("/share/PUREJOY/beekeeper.jpg").status_code == 200


@pytest.mark.parametrize(
    "name",
    ["Žofie Ångström-Đỗ", "Нина Петрова", "Νίκη", "ንግስት", "नीमा", "נעמה", "نعمة", "ნინო", "นิมา"],
)
def test_names_in_many_scripts_are_drawn(name: str) -> None:
    assert lettering.is_drawable(name)
    assert panel_differs(name, " ")


def ink(words: Words, area: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """Return the box of what is drawn on the panel's dark paper, within an area."""
    panel = opened(drawing.draw(words, None)).crop(area).convert("L")
    return panel.point(lambda light: 255 if light > 110 else 0).getbbox()


def test_the_line_below_the_title_is_drawn() -> None:
    assert ink(Words("Juma", "Miombo honey from Kilombero"), BELOW_THE_RULE)
    assert not ink(Words("Juma", " "), BELOW_THE_RULE)


@pytest.mark.parametrize(
    "text", ["Sofie", "Žofie", "Žofie Office", "Нина's coffee", "Đỗ fifty", "coffee ከንግስት"]
)
def test_every_letter_is_drawn_where_scripts_meet(text: str) -> None:
    box = ink(Words("Juma", text), BELOW_THE_RULE)
    widths = [
        ImageFont.truetype(lettering.FOLDER / f"{face}.ttf", 28).getlength(part)
        for face, part in lettering.runs(text, lettering.LINE)
    ]
    assert box
    assert box[2] == pytest.approx(64 + sum(widths), abs=4)  # px, from the picture's left edge


def test_a_long_title_stays_above_the_rule() -> None:
    for title in ("Long title " * 3, "Gipsy " * 12, "g" * 300):
        assert ink(Words(title, " "), ABOVE_THE_RULE) is None


def test_a_name_of_40_characters_fits() -> None:
    size, lines = lettering.fit(
        "Maximiliane-Theodora Wachtelschlagwitzer", 470, SIZES, lettering.TITLE
    )
    assert size >= 48
    assert "".join(lines).replace(" ", "") == "Maximiliane-TheodoraWachtelschlagwitzer"


def test_a_word_longer_than_the_line_is_broken_and_an_endless_text_cut() -> None:
    _, lines = lettering.fit("W" * 300, 470, SIZES, lettering.TITLE)
    assert len(lines) == 4
    assert lines[-1].endswith("…")
