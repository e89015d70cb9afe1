"""Loading takes its time, so one test looks at all that is loaded."""

import pytest
from django.core.management import call_command

from upendo.catalogue.models import Beekeeper, Jar, Market, Picture
from upendo.claims.models import Claim
from upendo.demo.load import load_demo
from upendo.story.document import story_document, story_for
from upendo.story.schema import Story

CLAIMS = {"PUREJOY": 5, "MSTUK47W": 2, "ASAKRB9M": 3}


@pytest.mark.django_db
def test_the_demonstration_is_complete_obeys_the_rules_loads_once_and_leaves_edits_alone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert load_demo() == list(CLAIMS)
    stories = {code: story_document(code).story for code in CLAIMS}
    for code, story in stories.items():
        expect_whole(story)
        expect_proven(story, CLAIMS[code])
    assert len({story["beekeeper"]["name"] for story in stories.values()}) == 3
    assert [code for code in CLAIMS if "p/our-bees" in stories[code]["titles"]] == ["MSTUK47W"]

    jar = Jar.objects.get(code="PUREJOY")
    assert len(story_for(jar, Market.CA)["claims"]) > len(story_for(jar, None)["claims"])
    call_command("check_wording")
    assert "No objections" in capsys.readouterr().out

    Beekeeper.objects.filter(name__startswith="Neema").update(bio="Edited.")
    before = (Picture.objects.count(), Claim.objects.count(), 3)
    assert load_demo() == []
    assert (Picture.objects.count(), Claim.objects.count(), Jar.objects.count()) == before
    assert Beekeeper.objects.get(name__startswith="Neema").bio == "Edited."


def expect_whole(story: Story) -> None:
    letter, footprint = story["beekeeper"]["letter"], story["footprint"]
    assert letter
    assert letter["photo"]
    assert bool(letter["recording"]) == (story["code"] == "PUREJOY")
    assert story["beekeeper"]["notice"]
    assert story["forest"]["boundary"]
    assert story["honey"]["jar_photo"]
    assert footprint
    assert footprint["total_grams_per_kg"] == 1906
    assert ("journey" in story["titles"]) == bool(story["batch"]["steps"])


def expect_proven(story: Story, claims: int) -> None:
    told = story["claims"]
    assert len(told) == claims
    assert {"origin", "quality"} <= {claim["kind"] for claim in told}
    assert all(claim["evidence"]["url"].startswith("/media/evidence/") for claim in told)
