"""Drafts are published at the time that somebody has set, once, or it is said why not."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client

from upendo.catalogue.models import Beekeeper, Forest
from upendo.catalogue.tests.desk import enter, save
from upendo.catalogue.tests.factories import BeekeeperFactory, JarFactory
from upendo.claims.models import WordingRule
from upendo.desk.addresses import form_of
from upendo.editing import emails, publish_due
from upendo.editing.models import Draft, PlannedPublication
from upendo.editing.tests.planning import FRIDAY, REVIEW, bio, plan

pytestmark = pytest.mark.django_db
LIST = "/admin/catalogue/draft/"
MONDAY = "2026-11-30T05:00Z"


@pytest.fixture
def manager() -> Client:
    client = enter("Manager")
    User.objects.update(email="amina@example.org", first_name="Amina")
    return client


@pytest.fixture
def keeper(manager: Client) -> Beekeeper:
    """Somebody whom readers meet, with a draft that is to be published on Monday at eight."""
    keeper = JarFactory.create(
        code="PUREJOY", beekeeper=BeekeeperFactory.create(name="Neema")
    ).beekeeper
    save(manager, keeper, bio="Keeps wild bees.")
    with time_machine.travel(FRIDAY, tick=False):
        plan(manager)
    return keeper


def on_monday() -> str:
    """Let the courier make its round on Monday, and return what it has sent."""
    with time_machine.travel(MONDAY, tick=False):
        publish_due.publish_due()
        emails.send_due()
    return "\n".join(f"{email.to}: {email.body}" for email in mail.outbox)


def test_it_is_published_at_its_time_in_the_name_of_whoever_asked(keeper: Beekeeper) -> None:
    with time_machine.travel("2026-11-30T04:59Z", tick=False):
        publish_due.publish_due()
        assert bio() == "Keeps bees."
    assert on_monday() == ""
    assert bio() == "Keeps wild bees."
    assert not Draft.objects.exists()
    assert not PlannedPublication.objects.exists()
    history: Any = Beekeeper
    assert history.history.latest().history_user.first_name == "Amina"


def test_the_list_the_form_and_the_page_say_when(manager: Client, keeper: Beekeeper) -> None:
    when = "Monday 30 November 2026, 08:00 (Africa/Dar es Salaam, UTC+3)"
    for address in (
        "/admin/",
        "/admin/catalogue/draft/",
        form_of(keeper),
        f"{REVIEW}?story=PUREJOY",
    ):
        assert when in manager.get(address).content.decode()


def test_drafts_of_a_story_are_published_together_or_not_at_all(
    manager: Client, keeper: Beekeeper
) -> None:
    forest = Forest.objects.get()
    save(manager, forest, title="Mlele")
    with time_machine.travel(FRIDAY, tick=False):
        plan(manager)
    Forest.objects.update(title="Another by now")
    assert "have changed since" in on_monday()
    assert (bio(), Forest.objects.get().title) == ("Keeps bees.", "Another by now")
    assert Draft.objects.filter(plan__refused__contains="have changed").count() == 2


def discard(client: Client, keeper: Beekeeper) -> None:
    draft = keeper.drafts.get()
    seen = f"{draft.pk}@{draft.updated_at.isoformat()}"
    client.post(f"{REVIEW}?story=PUREJOY", {"seen": seen, "_discard": ""})


def forbid(words: str) -> None:
    rule = WordingRule.objects.create(name="Bees", suggestion="Name the species.")
    rule.laws.create(markets=["EU"], severity="block", reason="So.", source="UCPD")
    rule.phrases.create(language="en", words=words)
    cache.clear()  # rules are remembered for a second


def lose_the_permission(keeper: Beekeeper) -> None:
    User.objects.get(first_name="Amina").groups.set(Group.objects.filter(name="Editor"))


MEANWHILE: dict[str, Callable[[Beekeeper], object]] = {
    "has changed Neema since": lambda keeper: save(enter("Editor"), keeper, village="Ilunde"),
    "has discarded the draft of Neema": lambda keeper: discard(enter("Editor"), keeper),
    "has taken the time back": lambda _: plan(enter("Manager"), "_take_back"),
    "have changed since the time was set": lambda _: Beekeeper.objects.update(bio="Hunts honey."),
    "may not publish it any more": lose_the_permission,
    "No draft is left": lambda _: Draft.objects.all().delete(),
    "“wild bees”": lambda _: forbid("wild bees"),
}


@pytest.mark.parametrize("why", MEANWHILE)
def test_what_is_refused_is_told_once_and_stays_a_draft(keeper: Beekeeper, why: str) -> None:
    MEANWHILE[why](keeper)
    assert why in on_monday()
    assert bio() != "Keeps wild bees."
    assert [email.to for email in mail.outbox] == [["amina@example.org"]]
    mail.outbox.clear()
    assert on_monday() == ""


def test_a_new_gap_that_blocks_is_refused(manager: Client, keeper: Beekeeper) -> None:
    save(manager, keeper, letter_text="Mpendwa mteja")
    with time_machine.travel(FRIDAY, tick=False):
        plan(manager)
    assert "has no translation" in on_monday()
    assert bio() == "Keeps bees."


def test_what_was_refused_stands_at_the_draft_until_another_time_is_set(
    manager: Client, keeper: Beekeeper
) -> None:
    Beekeeper.objects.update(bio="Hunts honey.")
    on_monday()
    for address in (LIST, form_of(keeper), f"{REVIEW}?story=PUREJOY"):
        assert "have changed since the time was set" in manager.get(address).content.decode()
    with time_machine.travel(MONDAY, tick=False):
        page = plan(manager, day="2026-12-01").content.decode()
    assert "have changed since" not in page
    with time_machine.travel("2026-12-01T05:00Z", tick=False):
        publish_due.publish_due()
    assert bio() == "Keeps wild bees."
    assert not PlannedPublication.objects.exists()


def test_who_calls_their_own_plan_off_gets_no_email(manager: Client, keeper: Beekeeper) -> None:
    save(manager, keeper, village="Ilunde")
    with time_machine.travel(FRIDAY, tick=False):
        plan(manager)
        plan(manager, "_take_back")
    assert on_monday() == ""
    assert bio() == "Keeps bees."
    plan(manager, "_publish")
    assert bio() == "Keeps wild bees."


def test_who_goes_on_editing_ends_their_own_plan_and_loses_no_word(
    manager: Client, keeper: Beekeeper
) -> None:
    save(manager, keeper, village="Ilunde")
    connection.check_constraints()  # as when its transaction ends
    assert not PlannedPublication.objects.exists()
    assert on_monday() == ""
    plan(manager, "_publish")
    assert Beekeeper.objects.get().village == "Ilunde"


def test_published_by_hand_before_its_time_it_is_forgotten(
    manager: Client, keeper: Beekeeper
) -> None:
    plan(manager, "_publish")
    assert not PlannedPublication.objects.exists()
    assert on_monday() == ""


def test_who_may_not_publish_sets_no_time(keeper: Beekeeper) -> None:
    editor = enter("Editor")
    for button in ("_plan", "_take_back"):
        assert plan(editor, button).status_code == 403
    assert "Set this time" not in editor.get(f"{REVIEW}?story=PUREJOY").content.decode()
    assert not PlannedPublication.objects.exclude(refused="").exists()


def test_who_takes_one_out_is_told_whose_time_ends_too(manager: Client, keeper: Beekeeper) -> None:
    save(manager, Forest.objects.get(), title="Mlele")
    with time_machine.travel(FRIDAY, tick=False):
        plan(manager)
        alone = f"{REVIEW}?draft={keeper.drafts.get().pk}"
        seen = manager.get(alone).context["reviews"][0].seen
        page = manager.post(alone, {"seen": seen, "_take_back": ""}, follow=True).content.decode()
    assert "has ended, too, for " in page
    assert not Draft.objects.exclude(plan=None).exists()
