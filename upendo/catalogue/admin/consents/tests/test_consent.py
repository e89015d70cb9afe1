import re
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from upendo.catalogue.admin.consents.named_in import named_in
from upendo.catalogue.models import Beekeeper, Consent, Species
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    ConsentFactory,
    ForestFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
)
from upendo.claims.tests.factories import ClaimFactory
from upendo.desk.addresses import form_of
from upendo.story.document import forget_stories

pytestmark = pytest.mark.django_db

EVERYTHING = list(Consent.Subject)
A_DAY = date(2026, 2, 1)
BEEKEEPERS = "/admin/catalogue/beekeeper/"
CONSENTS = "/admin/catalogue/consent/"


def told(client: Client, *subjects: str) -> dict[str, Any]:
    """Return what the story tells of a beekeeper who agrees to show these things."""
    beekeeper = BeekeeperFactory.create(
        name="Neema",
        portrait=PictureFactory.create(),
        letter_text="Asante!",
        agrees_to=subjects,
    )
    forest = ForestFactory.create(title="Inyonga forest", group_story="They harvest together.")
    JarFactory.create(code="PUREJOY", beekeeper=beekeeper, batch=BatchFactory.create(forest=forest))
    beekeeper_told: dict[str, Any] = client.get("/api/v1/stories/PUREJOY/").json()["beekeeper"]
    return beekeeper_told


@pytest.mark.parametrize(
    ("subject", "field"), [("portrait", "portrait"), ("letter", "letter"), ("location", "village")]
)
def test_what_a_beekeeper_keeps_back_is_absent_and_the_rest_is_there(
    client: Client, subject: str, field: str
) -> None:
    fields = told(client, *(one for one in EVERYTHING if one != subject))
    assert not fields[field]
    assert all(fields[other] for other in {"name", "portrait", "letter", "village"} - {field})


@pytest.mark.parametrize("subjects", [[], ["portrait", "letter", "location"]])
def test_who_is_not_named_stands_behind_the_group(client: Client, subjects: list[str]) -> None:
    fields = told(client, *subjects)
    assert fields["is_group"]
    assert fields["name"] == "the beekeepers of Inyonga forest"
    assert fields["bio"] == "They harvest together."
    assert not any(fields[name] for name in ("village", "since", "notice", "portrait", "letter"))


def withdraw(client: Client, *beekeepers: Beekeeper, confirmed: bool = True) -> Any:
    """Tick beekeepers in their list, choose the action, and confirm it."""
    chosen = [beekeeper.pk for beekeeper in beekeepers]
    data: dict[str, Any] = {"action": "withdraw_consent", "_selected_action": chosen}
    answer = client.post(BEEKEEPERS, data | ({"confirmed": ""} if confirmed else {}), follow=True)
    forget_stories()
    return answer.content.decode()


def undo_link(page: str) -> str:
    link = re.search(r'href="([^"]+/undo/)"', page)
    assert link
    return link[1]


def test_one_action_takes_a_beekeeper_off_all_live_codes(admin_client: Client) -> None:
    beekeeper, other = BeekeeperFactory.create_batch(2)
    jars = [*JarFactory.create_batch(2, beekeeper=beekeeper), JarFactory.create(beekeeper=other)]
    withdraw(admin_client, beekeeper)
    stories = [admin_client.get(f"/api/v1/stories/{jar.code}/").json() for jar in jars]
    assert [story["beekeeper"]["is_group"] for story in stories] == [True, True, False]
    taken_back = Consent.objects.filter(beekeeper=beekeeper, withdrawn_on__isnull=False)
    assert taken_back.count() == len(EVERYTHING)
    desk = admin_client.get("/admin/catalogue/beekeeper/").content.decode()
    assert "the group&#x27;s story" in desk


def test_it_asks_first_and_names_the_people_and_their_codes(admin_client: Client) -> None:
    jar = JarFactory.create(code="MYCODE7", beekeeper__name="Neema")
    page = withdraw(admin_client, jar.beekeeper, confirmed=False)
    for words in ("Neema", "MYCODE7", "Portrait", 'value="withdraw_consent"', 'name="confirmed"'):
        assert words in page
    assert jar.beekeeper.agrees_to("name")


def test_it_says_where_else_the_person_is_named(admin_client: Client) -> None:
    beekeeper = BeekeeperFactory.create(name="Neema Ally")
    honey = HoneyFactory.create(description="What the bees of Neema bring.")
    claim = ClaimFactory.create(wording="Neema was paid for it.")
    tree = Species.objects.create(forest=ForestFactory.create(), name="The tree of neema")
    BatchFactory.create(honey__description="Neemaland")
    assert set(named_in(beekeeper)) == {honey, claim, tree.forest}
    pages = [
        withdraw(admin_client, beekeeper, confirmed=False),
        admin_client.get(f"/admin/catalogue/consent/of/{beekeeper.pk}/").content.decode(),
    ]
    for page in pages:
        assert f'<a href="{form_of(claim)}">Neema was paid for it.</a>' in page


def test_it_is_undone_within_the_day_exactly(admin_client: Client) -> None:
    beekeeper, other = BeekeeperFactory.create_batch(2)
    formerly = ConsentFactory.create(beekeeper=other, subject="letter", withdrawn_on=A_DAY)
    other.consents.filter(withdrawn_on=None, subject="letter").update(withdrawn_on=A_DAY)
    before = set(Consent.objects.values_list("pk", "withdrawn_on"))
    undo = undo_link(withdraw(admin_client, beekeeper, other))
    assert undo in admin_client.get(CONSENTS).content.decode()
    page = admin_client.get(undo).content.decode()
    assert str(beekeeper) in page
    assert Consent.objects.filter(withdrawn_on=None).count() == 0
    admin_client.post(undo)
    assert set(Consent.objects.values_list("pk", "withdrawn_on")) == before
    assert Consent.objects.get(pk=formerly.pk).withdrawn_on == A_DAY
    assert undo not in admin_client.get(CONSENTS).content.decode()


def test_a_day_later_it_is_too_late_to_undo_it(admin_client: Client) -> None:
    beekeeper = BeekeeperFactory.create()
    undo = undo_link(withdraw(admin_client, beekeeper))
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert "the day is over" in admin_client.get(undo).content.decode()
        admin_client.post(undo)
    assert not beekeeper.agrees_to("name")


def test_the_undo_leaves_what_was_settled_otherwise_meanwhile(admin_client: Client) -> None:
    beekeeper = BeekeeperFactory.create(agrees_to=["name", "letter"])
    undo = undo_link(withdraw(admin_client, beekeeper))
    ConsentFactory.create(beekeeper=beekeeper, subject="name", given_on=timezone.localdate())
    letter = beekeeper.consents.get(subject="letter")
    dated = {"record": "By telephone", "withdrawn_on": "2026-02-01"}
    admin_client.post(f"{CONSENTS}{letter.pk}/change/", dated)
    admin_client.post(undo)
    assert beekeeper.consents.filter(withdrawn_on=None).count() == 1
    assert not beekeeper.agrees_to("letter")


def test_a_consent_can_be_given_again(client: Client) -> None:
    beekeeper = BeekeeperFactory.create(agrees_to=[])
    ConsentFactory.create(beekeeper=beekeeper, withdrawn_on=date(2026, 2, 1))
    assert not beekeeper.agrees_to("name")
    ConsentFactory.create(beekeeper=beekeeper, given_on=date(2026, 3, 1))
    assert beekeeper.agrees_to("name")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "in force already"),
        ({"subject": "letter", "withdrawn_on": date(2025, 1, 1)}, "before it was given"),
    ],
)
def test_a_record_that_cannot_be_is_refused(changes: dict[str, Any], words: str) -> None:
    beekeeper = BeekeeperFactory.create(agrees_to=["name"])
    record = ConsentFactory.build(beekeeper=beekeeper, **changes)
    with pytest.raises(ValidationError, match=words):
        record.full_clean()


def test_a_consent_is_taken_back_on_its_own_form_and_never_deleted(admin_client: Client) -> None:
    consent = ConsentFactory.create()
    consents = "/admin/catalogue/consent/"
    form = f"{consents}{consent.pk}/"
    theirs = f"{consents}of/{consent.beekeeper.pk}/"
    assert f'href="{theirs}"' in admin_client.get(form_of(consent.beekeeper)).content.decode()
    assert f"{form}change/" in admin_client.get(theirs).content.decode()
    changes = {"record": "By telephone", "withdrawn_on": "2026-02-01"}
    assert admin_client.post(f"{form}change/", changes).status_code == 302
    assert not consent.beekeeper.agrees_to("name")
    assert admin_client.post(f"{form}delete/", {"post": "yes"}).status_code == 403


def test_chosen_consents_are_taken_back_after_a_question(admin_client: Client) -> None:
    beekeeper = BeekeeperFactory.create()
    letter = beekeeper.consents.get(subject="letter")
    data = {"action": "take_back", "_selected_action": [letter.pk]}
    assert beekeeper.name in admin_client.post(CONSENTS, data).content.decode()
    assert beekeeper.agrees_to("letter")
    admin_client.post(CONSENTS, data | {"confirmed": ""})
    assert not beekeeper.agrees_to("letter")
    assert beekeeper.agrees_to("name")


GIVEN = {"given_on": "2026-02-01", "record": "Signed form"}


def agree(client: Client, beekeeper: Beekeeper, *shown: str, **typed: str) -> Any:
    """Send the one form for everything that a beekeeper agrees to show."""
    form = {"shown": shown} | GIVEN | typed
    return client.post(f"{CONSENTS}of/{beekeeper.pk}/", form, follow=True)


def test_all_consents_are_written_down_in_one_form_that_ends_at_the_person(
    admin_client: Client,
) -> None:
    beekeeper = BeekeeperFactory.create(agrees_to=[])
    agreed = agree(admin_client, beekeeper, *EVERYTHING)
    assert agreed.redirect_chain == [(form_of(beekeeper), 302)]
    assert "Readers see now: everything." in agreed.content.decode()
    agree(admin_client, beekeeper, *EVERYTHING)  # sent again
    assert set(beekeeper.consents.values_list("subject", "given_on", "record")) == {
        (subject, A_DAY, "Signed form") for subject in EVERYTHING
    }
    assert beekeeper.consents.count() == len(EVERYTHING)


def test_a_tick_taken_away_takes_that_consent_back_and_can_be_undone(admin_client: Client) -> None:
    beekeeper = BeekeeperFactory.create()
    told = agree(admin_client, beekeeper, "name", "portrait", "location", record="").content
    assert not beekeeper.agrees_to("letter")
    assert Consent.objects.count() == len(EVERYTHING)
    admin_client.post(undo_link(told.decode()))
    assert beekeeper.agrees_to("letter")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"record": ""}, "Say how it was given"),
        ({"given_on": "2999-01-01"}, "still to come"),
        ({"given_on": "soon"}, "Enter a valid date"),
    ],
)
def test_a_consent_without_proof_or_day_is_not_written_down(
    admin_client: Client, typed: dict[str, str], words: str
) -> None:
    beekeeper = BeekeeperFactory.create(agrees_to=[])
    assert words in agree(admin_client, beekeeper, "name", **typed).content.decode()
    assert not beekeeper.consents.exists()
