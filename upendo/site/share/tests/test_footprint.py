"""The share pictures of the footprint's pages and of the landing page, by what is drawn."""

import io

import pytest
from django.test import Client
from PIL import Image

from upendo.catalogue.tests.factories import FootprintFactory, FootprintStageFactory, JarFactory
from upendo.site.share import drawing
from upendo.site.share.chart import LEFT, WIDTH, bars
from upendo.site.share.drawing import Words
from upendo.story.schema import Footprint

GREEN, PAPER = (47, 107, 60), (251, 246, 233)


def footprint(*stages: tuple[int | None, int | None]) -> Footprint:
    return {
        "subject": "This honey",
        "comparison": "A domestic honey",
        "stages": [
            {"label": f"Stage {n}", "grams_per_kg": ours, "comparison_grams_per_kg": other}
            for n, (ours, other) in enumerate(stages)
        ],
    }  # type: ignore[typeddict-item]  # the chart reads nothing else


def colour(content: bytes, place: tuple[int, int]) -> tuple[int, int, int]:
    image = Image.open(io.BytesIO(content))
    return image.getpixel(place)  # type: ignore[return-value]  # a colour picture


def near(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))


def test_the_bars_are_as_long_as_their_sums() -> None:
    picture = drawing.draw(Words("T", "l"), None, bars=bars(footprint((1000, 500))))
    end = LEFT + WIDTH
    assert near(colour(picture, (end - 6, 196)), GREEN)
    assert near(colour(picture, (end + 6, 196)), PAPER)
    assert near(colour(picture, (LEFT + WIDTH // 2 - 6, 386)), GREEN)
    assert near(colour(picture, (LEFT + WIDTH // 2 + 6, 386)), PAPER)


@pytest.mark.parametrize(
    ("stages", "amounts"),
    [
        ([(903, 451), (None, None)], ["903 g", "451 g"]),
        ([(903, 451), (5, None)], ["908 g"]),
        ([(None, 451)], []),
        ([], []),
        ([(0, 0)], ["0 g", "0 g"]),
    ],
)
def test_no_bar_stands_beside_one_that_cannot_be_compared(
    stages: list[tuple[int | None, int | None]], amounts: list[str]
) -> None:
    assert [bar.amount for bar in bars(footprint(*stages))] == amounts


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["environment-carbon-graph", "environment-net-carbon"])
def test_the_footprint_s_pages_show_it(client: Client, page: str) -> None:
    jar = JarFactory.create(code="PUREJOY")
    study = FootprintFactory.create(honey=jar.batch.honey)
    FootprintStageFactory.create(footprint=study, grams_per_kg=900, comparison_grams_per_kg=900)
    assert near(colour(client.get(f"/share/PUREJOY/{page}.jpg").content, (LEFT + 6, 196)), GREEN)


@pytest.mark.django_db
def test_the_landing_page_has_a_picture(client: Client) -> None:
    assert "/share/landing.jpg" in client.get("/").content.decode()
    response = client.get("/share/landing.jpg")
    assert Image.open(io.BytesIO(response.content)).size == drawing.SIZE
    assert "max-age=86400" in response["Cache-Control"]
