"""What the check objects to, and what may be said all the same."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.test import Client

from upendo.catalogue.markets import EVERYWHERE, Market
from upendo.catalogue.tests.desk import save
from upendo.catalogue.tests.factories import BeekeeperFactory, JarFactory, RetailerFactory
from upendo.claims.models import WordingOverride, WordingRule
from upendo.claims.tests.factories import ClaimFactory
from upendo.claims.text_checks import check_wording, objections
from upendo.editing import drafts
from upendo.editing.models import Draft

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def magic() -> WordingRule:
    """Only one rule is in use: magic is forbidden in the EU and needs care in the US."""
    WordingRule.objects.update(is_active=False)
    rule = WordingRule.objects.create(name="Magic", suggestion="Say how.")
    rule.phrases.create(language="en", words="magic*", exceptions="magic hour")
    rule.phrases.create(language="sw", words="uchawi")
    rule.laws.create(markets=["US"], severity="warn", reason="It must be proven.", source="FTC")
    rule.laws.create(markets=["EU"], severity="block", reason="It is forbidden.", source="UCPD")
    return rule


def test_the_strictest_law_speaks_first() -> None:
    [finding] = check_wording("By Magical\nmeans.", "en", EVERYWHERE)
    assert finding.blocks
    assert finding.message == (
        "“Magical”: It is forbidden. (European Union: UCPD.) Also: United States. Better: Say how."
    )


def test_a_market_s_own_law_holds() -> None:
    [finding] = check_wording("By magic.", "en", frozenset({Market.US}))
    assert not finding.blocks
    assert "FTC" in finding.message
    assert check_wording("By magic.", "en", frozenset({Market.UK})) == []


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("By uchawi.", "sw", 1),
        ("By uchawi.", "sw-TZ", 1),
        ("By uchawi.", "en", 0),
        ("By magic.", "de", 0),
        ("In the magic hour.", "en", 0),
        ("Magic in the magic hour. More magic.", "en", 2),
    ],
)
def test_languages_and_exceptions(text: str, language: str, count: int) -> None:
    assert len(objections(text, language, EVERYWHERE)) == count


def allow(passage: str, rule: WordingRule) -> WordingOverride:
    user = User.objects.create_user("manager")
    return WordingOverride.objects.create(
        rule=rule, passage=passage, reason="It is a proverb.", allowed_by=user
    )


def test_exactly_the_allowed_sentence_passes(magic: WordingRule) -> None:
    text = "First. There is magic\nin bees! And magic in wax."
    assert [o.passage for o in objections(text, "en", EVERYWHERE)] == [
        "There is magic in bees!",
        "And magic in wax.",
    ]
    allow("There is magic in bees!", magic)
    assert [o.passage for o in objections(text, "en", EVERYWHERE)] == ["And magic in wax."]
    assert objections("There is magic in all bees!", "en", EVERYWHERE)


def test_the_command_tells_of_every_text(
    magic: WordingRule, capsys: pytest.CaptureFixture[str]
) -> None:
    beekeeper = BeekeeperFactory.create(bio="By magic.")
    ClaimFactory.create(wording="Pure magic.")
    with pytest.raises(CommandError, match="2 wordings"):
        call_command("check_wording")
    assert f"beekeeper {beekeeper.pk}, {beekeeper}, bio: “magic”" in capsys.readouterr().out
    allow("By magic.", magic)
    WordingOverride.objects.create(
        rule=magic, passage="Pure magic.", reason="So.", allowed_by=User.objects.get()
    )
    call_command("check_wording")


@pytest.mark.parametrize(("market", "blocks"), [("US", False), ("EU", True)])
def test_a_claim_is_checked_by_the_law_of_its_own_markets(market: str, blocks: bool) -> None:
    [(field, finding)] = ClaimFactory.build(wording="Magic.", markets=[market]).findings()
    assert (field, finding.blocks) == ("wording", blocks)


def test_a_record_is_checked_by_the_law_of_its_jars() -> None:
    beekeeper = BeekeeperFactory.create(bio="By magic.")
    JarFactory.create(beekeeper=beekeeper, retailer=RetailerFactory.create(market="US"))
    assert not any(finding.blocks for _, finding in beekeeper.findings())


def test_a_draft_older_than_a_rule_is_checked_when_it_is_published(
    admin_client: Client, magic: WordingRule
) -> None:
    WordingRule.objects.update(is_active=False)
    beekeeper = JarFactory.create(beekeeper__bio="By hand.").beekeeper
    save(admin_client, beekeeper, bio="By magic.")
    WordingRule.objects.filter(pk=magic.pk).update(is_active=True)
    cache.clear()  # rules are remembered for a second
    with pytest.raises(drafts.NotPublishableError, match=r"cannot be published yet\. “magic”"):
        drafts.publish(Draft.objects.all())
    beekeeper.refresh_from_db()
    assert beekeeper.bio == "By hand."
    assert Draft.objects.exists()
