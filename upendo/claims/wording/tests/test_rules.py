"""The rules that a new database begins with."""

import pytest

from upendo.catalogue.markets import EVERYWHERE, Market
from upendo.claims.models import WordingRule
from upendo.claims.text_checks import objections
from upendo.claims.wording.patterns import validate_phrases

pytestmark = pytest.mark.django_db

BLOCKED_IN = {
    "A carbon-neutral honey.": {"EU"},
    "We offset what we emit.": {"EU"},
    "An eco\u00adfriendly, sustain-\nable jar.": {"EU"},
    "With a certified sustainable label.": {"EU", "UK"},
    "Our organic honey.": {"EU", "UK", "US", "CA"},
    "It heals wounds and is antibacterial.": set(Market),
    "Probiotic, full of antioxidants, boosts your immune system.": {"EU", "UK", "ANZ"},
    "No added sugar.": {"EU", "UK"},
    "A blend of EU and non-EU honeys.": {"EU"},
}
WARNED = [
    "A natural and pure food.",
    "Raw honey.",
    "A green company.",
    "Ecological.",
]
OTHER_LANGUAGES = [
    ("de", "Klimaneutraler Honig, umweltfreundlich und antibakteriell."),
    ("fr", "Un miel neutre en carbone, écologique et antibactérien."),
    ("nl", "Klimaatneutrale honing, milieuvriendelijk en antibacterieel."),
    ("es", "Miel sostenible, antibacteriana y saludable."),
    ("it", "Miele sostenibile, antibatterico, a impatto zero."),
    ("sw", "Asali hii inaponya kikohozi, ni dawa, rafiki wa mazingira."),
]
HARMLESS = [
    "PUREJOY",
    "The greenish hills turn green and gold.",
    "Green leaves, and a cup of green tea.",
    "The bees keep a healthy forest healthy bees.",
    "She studied medicine in Dodoma.",
    "Hives hang high in the tree; the soil is rich in flowers.",
    "Nothing is taken off the footprint for the forest.",
    "Stand the jar in warm water.",
]


@pytest.mark.parametrize(("text", "markets"), BLOCKED_IN.items())
def test_what_is_blocked_where(text: str, markets: set[str]) -> None:
    blocked = {
        market
        for market in Market
        if any(objection.blocks for objection in objections(text, "en", frozenset({market})))
    }
    assert blocked == markets


@pytest.mark.parametrize("text", WARNED)
def test_what_is_warned_of_in_every_market(text: str) -> None:
    for market in Market:
        assert objections(text, "en", frozenset({market})), market


@pytest.mark.parametrize(("language", "text"), OTHER_LANGUAGES)
def test_every_language_has_its_words(language: str, text: str) -> None:
    assert len({objection.rule.name for objection in objections(text, language, EVERYWHERE)}) > 1


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_sentences_pass(text: str) -> None:
    assert objections(text, "en", EVERYWHERE) == []


def test_every_rule_is_whole() -> None:
    rules = WordingRule.objects.in_use()
    assert len(rules) > 10
    for rule in rules:
        assert {market for law in rule.laws.all() for market in law.markets} == set(Market)
        for phrases in rule.phrases.all():
            validate_phrases(phrases.words)
            validate_phrases(phrases.exceptions)
