"""Which rules a new release writes anew, and which stay as managers have edited them."""

import pytest
from django.apps import apps

from upendo.claims.models import WordingRule, WordList
from upendo.claims.wording.seed import digest, seed_lists, seed_rules

pytestmark = pytest.mark.django_db


def test_a_rule_as_it_was_first_written_is_renewed_and_an_edited_one_stays() -> None:
    as_first, edited = WordingRule.objects.filter(name__in=["Organic", "Raw honey"])
    for rule in (as_first, edited):
        rule.phrases.filter(language="en").update(words="once")
    replaceable = {digest(as_first)}
    edited.phrases.filter(language="en").update(words="ours")
    seed_rules(apps, replaceable)
    assert "once" not in as_first.phrases.get(language="en").words.splitlines()
    assert edited.phrases.get(language="en").words == "ours"
    assert as_first.laws.exists()


def test_an_edited_list_stays_and_a_missing_one_comes_back() -> None:
    WordList.objects.filter(name="illness", language="en").update(words="ours")
    WordList.objects.filter(name="fights", language="en").delete()
    seed_lists(apps)
    assert WordList.objects.get(name="illness", language="en").words == "ours"
    assert "soothe" in WordList.objects.get(name="fights", language="en").words.splitlines()
