"""The typed demonstration letters and the pictures of their handwriting agree."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from upendo.demo import letters

ART = Path(letters.__file__).parent / "art"


def handwriting(person: str) -> list[str]:
    """Words written on the paper, in reading order."""
    picture = ElementTree.parse(ART / f"letter-{person}.svg")
    lines = picture.iter("{http://www.w3.org/2000/svg}text")
    return " ".join("".join(line.itertext()) for line in lines).split()


@pytest.mark.parametrize("person", letters.LETTERS)
def test_handwriting_holds_exactly_the_words_of_the_text(person: str) -> None:
    assert handwriting(person) == letters.LETTERS[person]["text"].split()


@pytest.mark.parametrize("person", letters.LETTERS)
def test_text_and_translation_have_the_same_paragraphs(person: str) -> None:
    letter = letters.LETTERS[person]
    assert letter["text"].count("\n\n") == letter["translation"].count("\n\n")


@pytest.mark.parametrize("person", letters.LETTERS)
def test_letter_fits_one_sheet(person: str) -> None:
    assert 80 <= len(letters.LETTERS[person]["text"].split()) <= 120
