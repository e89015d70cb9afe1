"""Sentences as content managers write them: which are refused where, and which pass.

A line of sentences/unlawful.tsv is a part, a language, the markets whose law forbids it, and the
sentence; of lawful.tsv the same without markets. Part a is what the rules were tuned on, part b was
held back, part c came later. Whoever adds rules adds sentences first.
"""

import time
from pathlib import Path

import pytest

from upendo.catalogue.markets import EVERYWHERE, Market
from upendo.claims.tests.factories import CertificateFactory
from upendo.claims.text_checks import objections

pytestmark = pytest.mark.django_db

SENTENCES = Path(__file__).parent / "sentences"
MOST_WRONG = 0.02


def rows(file: str, part: str) -> list[list[str]]:
    lines = (SENTENCES / file).read_text().splitlines()
    return [rest for first, *rest in (line.split("\t") for line in lines) if first == part]


def blocked_in(sentence: str, language: str) -> set[Market]:
    return {
        market
        for objection in objections(sentence, language, EVERYWHERE)
        for law in objection.laws
        if law.severity == "block"
        for market in map(Market, law.markets)
        if market in objection.markets
    }


@pytest.mark.parametrize("part", "abc")
def test_what_a_law_forbids_is_refused_where_it_holds(part: str) -> None:
    unlawful = rows("unlawful.tsv", part)
    missed = {}
    for language, markets, sentence in unlawful:
        due = set(Market) if markets == "ALL" else set(map(Market, markets.split(",")))
        if not_found := due - blocked_in(sentence, language):
            missed[sentence] = not_found
    assert len(missed) < MOST_WRONG * len(unlawful), missed


@pytest.mark.parametrize("part", "abc")
def test_what_is_lawful_passes(part: str) -> None:
    CertificateFactory.create(control_body_code="TZ-BIO-149")
    lawful = rows("lawful.tsv", part)
    refused = [text for language, text in lawful if blocked_in(text, language)]
    assert len(refused) < MOST_WRONG * len(lawful), refused


def test_a_long_text_is_checked_quickly() -> None:
    sentences = [text for part in "abc" for language, text in rows("lawful.tsv", part)]
    text = " ".join(sentences * 10)[:50_000]
    objections("First, so that the rules are known.", "en", EVERYWHERE)
    began = time.process_time()
    objections(text, "en", EVERYWHERE)
    took = time.process_time() - began
    print(f"{len(text)} characters: {took:.2f} s")
    assert took < 5
