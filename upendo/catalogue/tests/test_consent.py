from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from upendo.catalogue.models import Beekeeper, Consent
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    ConsentFactory,
    ForestFactory,
    JarFactory,
    PictureFactory,
)
from upendo.story.document import forget_stories

pytestmark = pytest.mark.django_db

EVERYTHING = list(Consent.Subject)


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


def withdraw(client: Client, *beekeepers: Beekeeper) -> None:
    chosen = [beekeeper.pk for beekeeper in beekeepers]
    data = {"action": "withdraw_consent", "_selected_action": chosen}
    client.post("/admin/catalogue/beekeeper/", data)
    forget_stories()


def test_one_action_takes_a_beekeeper_off_all_live_codes(admin_client: Client) -> None:
    beekeeper, other = BeekeeperFactory.create_batch(2)
    jars = [*JarFactory.create_batch(2, beekeeper=beekeeper), JarFactory.create(beekeeper=other)]
    withdraw(admin_client, beekeeper)
    stories = [admin_client.get(f"/api/v1/stories/{jar.code}/").json() for jar in jars]
    assert [story["beekeeper"]["is_group"] for story in stories] == [True, True, False]
    assert Consent.objects.filter(beekeeper=beekeeper, withdrawn_on__isnull=False).count() == 4
    desk = admin_client.get("/admin/catalogue/beekeeper/").content.decode()
    assert "the group&#x27;s story" in desk


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
    beekeeper = f"/admin/catalogue/beekeeper/{consent.beekeeper.pk}/change/"
    theirs = f"{consents}?beekeeper__id__exact={consent.beekeeper.pk}"
    assert f'href="{theirs}"' in admin_client.get(beekeeper).content.decode()
    assert f"{form}change/" in admin_client.get(theirs).content.decode()
    changes = {"record": "By telephone", "withdrawn_on": "2026-02-01"}
    assert admin_client.post(f"{form}change/", changes).status_code == 302
    assert not consent.beekeeper.agrees_to("name")
    assert admin_client.post(f"{form}delete/", {"post": "yes"}).status_code == 403


def test_chosen_consents_are_taken_back_at_once(admin_client: Client) -> None:
    beekeeper = BeekeeperFactory.create()
    letter = beekeeper.consents.get(subject="letter")
    data = {"action": "take_back", "_selected_action": [letter.pk]}
    admin_client.post("/admin/catalogue/consent/", data)
    assert not beekeeper.agrees_to("letter")
    assert beekeeper.agrees_to("name")
