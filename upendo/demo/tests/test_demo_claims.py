import pytest
from django.core.management import call_command

from upendo.catalogue.models import Jar, Market
from upendo.claims.models import Claim
from upendo.demo.load import load_demo
from upendo.story.document import story_document, story_for


@pytest.mark.django_db
def test_every_demonstration_story_proves_something_and_obeys_the_rules(
    capsys: pytest.CaptureFixture[str],
) -> None:
    load_demo()
    for code, count in {"PUREJOY": 2, "MSTUK47W": 2, "ASAKRB9M": 3}.items():
        told = story_document(code).story["claims"]
        assert len(told) == count
        assert {"origin", "quality"} <= {claim["kind"] for claim in told}
        assert all(claim["evidence"]["url"].startswith("/media/evidence/") for claim in told)

    jar = Jar.objects.get(code="PUREJOY")
    assert len(story_for(jar, Market.CA)["claims"]) > len(story_for(jar, None)["claims"])

    call_command("check_wording")
    assert "No objections" in capsys.readouterr().out

    before = Claim.objects.count()
    load_demo()
    assert Claim.objects.count() == before
