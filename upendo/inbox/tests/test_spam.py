from typing import Any

import pytest

from upendo.inbox.correspondence.spam import reasons_against

GOOD: dict[str, Any] = {
    "text": "Asante! We had it on pancakes.",
    "trap": "",
    "seconds": 40,
    "known": False,
}


@pytest.mark.parametrize(
    "signs",
    [
        {},
        {"text": "Asante!", "known": True},
        {"text": "See our bees at https://bees.example, a small club in Graz."},
        {"text": "Sooooo gooooood!!!"},
        {"text": "とても おいしかったです"},
    ],
)
def test_a_genuine_letter_arrives(signs: dict[str, Any]) -> None:
    assert reasons_against(**(GOOD | signs)) == []


@pytest.mark.parametrize(
    ("signs", "reason"),
    [
        ({"trap": "x"}, "hidden field"),
        ({"seconds": 1}, "less than 3 seconds"),
        ({"text": '<a href="x">buy</a>'}, "markup"),
        ({"text": "http://a.example and http://b.example"}, "several links"),
        ({"text": "Dear sir or madam, I have an offer for you.", "known": True}, "came before"),
        ({"text": "buy now " * 20 + "https://x.example"}, "repeats its own words"),
    ],
)
def test_what_a_machine_wrote_is_probably_spam(signs: dict[str, Any], reason: str) -> None:
    assert any(reason in found for found in reasons_against(**(GOOD | signs)))
