"""What the demonstration shows is what its drawings say today."""

import pytest
from PIL import Image, ImageChops, ImageStat

from dev.generate.demonstration_art import ART, WIDTH, draw

SMALL = (60, 60)  # px; so small that neither grain nor compression counts


@pytest.mark.parametrize("name", sorted(file.stem for file in ART.glob("*.svg")))
def test_a_picture_is_its_drawing(name: str) -> None:
    drawn = draw(name, WIDTH // 8)
    with Image.open(ART / f"{name}.webp") as picture:
        assert picture.width == WIDTH
        assert abs(picture.height / 8 - drawn.height) < 1
        small = picture.resize(SMALL)
    difference = ImageChops.difference(small, drawn.resize(SMALL))
    assert max(ImageStat.Stat(difference).mean) < 3  # of 255
