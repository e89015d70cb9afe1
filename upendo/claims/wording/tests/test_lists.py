"""What rules make of lists of words, and letters that only look like others."""

import pytest
from django.core.exceptions import ValidationError

from upendo.claims.models import WordingRule, WordList
from upendo.claims.wording.patterns import Lists, compile_phrases, validate_list
from upendo.claims.wording.plain import plain_text

LISTS: Lists = frozenset(
    {
        ("en", "eases", "ease\nget rid of\ndrive out"),
        ("en", "illness", "cold\nsore throat\nremed*"),
        ("de", "illness", "husten"),
    }
)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("[eases] ... [illness]", "It eases colds."),
        ("[eases] ... [illness]", "Easing even the worst of colds"),
        ("[eases] ... [illness]", "Gets? Get rid of your sore throats!"),
        ("[eases] ... [illness]", "It eases, we hear, sore-throats."),
        ("your [illness]", "Your sore throat"),
        ("no ... [illness] ... again", "No such cold will ever come again"),
    ],
)
def test_lists_are_combined(phrase: str, text: str) -> None:
    assert compile_phrases(phrase, "en", LISTS).spans_in(plain_text(text))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("[eases] ... [illness]", "Colds: it eases them."),
        ("[eases] ... [illness]", "It eases the comb. A cold wind blows."),
        ("[eases] ... [illness]", "It eases\n\nA cold"),
        ("[eases] ... [illness]", "It eases one two three four five six colds"),
        ("[eases] ... [illness]", "It eases Husten"),
        ("[unknown] ... [illness]", "It eases colds"),
        ("your [illness]", "your own cold"),
    ],
)
def test_what_is_too_far_away_is_not_combined(phrase: str, text: str) -> None:
    assert not compile_phrases(phrase, "en", LISTS).spans_in(plain_text(text))


@pytest.mark.parametrize(
    "text",
    [
        "anti\u00admicrobial",
        "anti-microbial",
        "anti\u2011microbial",
        "antimicr0bial",
        "ant1microbial",
        "antimicrobia1",
        "ANT\u0131MICROB\u0130AL",
        "\uff41\uff4e\uff54\uff49microbial",
        "antimicr\u043ebial",
        "antimi\u200bcro\u2060bial",
        "anti-\nmicrobial",
    ],
)
@pytest.mark.parametrize("language", ["en", "de", "sw"])
def test_look_alikes_are_found_in_every_language(text: str, language: str) -> None:
    phrases = compile_phrases("antimicrobial", language)
    assert phrases.spans_in(plain_text(text)) == {(0, len(text))}


@pytest.mark.parametrize(
    "text", ["CO\u2082-neutral", "C02 neutral", "co2neutral", "CO\u00b2 neutral"]
)
def test_carbon_dioxide_is_found_however_it_is_written(text: str) -> None:
    assert compile_phrases("CO2 neutral", "").spans_in(plain_text(text))


def test_a_list_holds_plain_phrases() -> None:
    validate_list("eases\nget rid of")
    with pytest.raises(ValidationError, match="plain phrases"):
        validate_list("eases ... it")


@pytest.mark.django_db
def test_a_rule_asks_only_for_lists_that_exist() -> None:
    rule = WordingRule.objects.create(name="Magic", suggestion="Say how.")
    phrases = rule.phrases.create(language="en", words="[spells] ... [wonders]")
    WordList.objects.create(name="spells", language="en", words="spell")
    with pytest.raises(ValidationError, match=r"no list \[wonders\]"):
        phrases.full_clean()
