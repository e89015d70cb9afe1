import pytest
from django.core.exceptions import ValidationError

from upendo.catalogue.tests.factories import HoneyFactory
from upendo.gs1.links import DigitalLink, MalformedLinkError
from upendo.gs1.models import Article
from upendo.gs1.numbers import gtin_14, lot_problem


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("96385074", "00000096385074"),
        ("614141123452", "00614141123452"),
        ("9506000134352", "09506000134352"),
        ("0 9506000 134352", "09506000134352"),
    ],
)
def test_a_gtin_of_any_length_is_kept_with_14_digits(typed: str, kept: str) -> None:
    assert gtin_14(typed) == kept


@pytest.mark.parametrize("typed", ["", "1", "9506000134353", "95060001343521", "abc", "٩٦٣٨٥٠٧٤"])
def test_what_is_no_gtin_is_refused_in_words(typed: str) -> None:
    with pytest.raises(ValueError, match=r"GTIN|last digit"):
        gtin_14(typed)


@pytest.mark.parametrize("lot", ["L", "INY-2026-07", "a/b", "x" * 20])
def test_a_lot_of_set_82_can_be_encoded(lot: str) -> None:
    assert lot_problem(lot) == ""


@pytest.mark.parametrize("lot", ["x" * 21, "two words", "Łódź", "a#b"])
def test_another_lot_says_why_not(lot: str) -> None:
    assert lot in lot_problem(lot)


def test_a_link_is_written_and_read_the_same() -> None:
    link = DigitalLink("09506000134352", "A/B", "7KJ2MNPQ")
    assert link.path == "/01/09506000134352/10/A%2FB/21/7KJ2MNPQ"
    assert DigitalLink.parse(link.path) == link


def test_an_address_as_long_as_one_likes_is_refused() -> None:
    with pytest.raises(MalformedLinkError):
        DigitalLink.parse("/01/09506000134352/10/" + "9" * 100_000)


@pytest.mark.django_db
def test_an_article_is_kept_once_with_its_whole_number() -> None:
    honey = HoneyFactory.create()
    article = Article(honey=honey, gtin="9506000134352")
    article.full_clean()
    article.save()
    assert article.gtin == "09506000134352"
    with pytest.raises(ValidationError, match="number already"):
        Article(honey=honey, gtin="96385074").full_clean()
