"""A batch of several beekeepers: the featured one leads, the others follow as far as they agree."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from upendo.catalogue.admin.consents.consent import Concerned
from upendo.catalogue.models import Beekeeper, Consent, Jar, Market
from upendo.catalogue.previews import page_of, preview_of_record
from upendo.catalogue.tests.desk import enter, save
from upendo.catalogue.tests.factories import (
    BatchBeekeeperFactory,
    BeekeeperFactory,
    JarFactory,
    PictureFactory,
    RetailerFactory,
)
from upendo.editing import drafts
from upendo.editing.models import Draft
from upendo.story.document import forget_stories

pytestmark = pytest.mark.django_db


@pytest.fixture
def jar() -> Jar:
    return JarFactory.create(code="PUREJOY", beekeeper=BeekeeperFactory.create(name="Neema"))


@pytest.fixture
def juma(jar: Jar) -> Beekeeper:
    """Somebody who harvested the jar's batch too."""
    juma = BeekeeperFactory.create(
        name="Juma Pekee",
        village="Mahalipangu",
        portrait=PictureFactory.create(alt="A man with a hat"),
        letter_text="Mimi ni mfugaji.",
    )
    BatchBeekeeperFactory.create(batch=jar.batch, beekeeper=juma)
    return juma


def story(client: Client) -> Any:
    forget_stories()
    return client.get("/api/v1/stories/PUREJOY/").json()


def withdraw(person: Beekeeper, *subjects: str) -> None:
    given = Consent.objects.filter(beekeeper=person, subject__in=subjects)
    given.update(withdrawn_on=timezone.localdate())


def test_the_others_follow_in_their_order_without_the_featured_one(
    client: Client, jar: Jar, juma: Beekeeper
) -> None:
    first = BatchBeekeeperFactory.create(batch=jar.batch, position=0).beekeeper
    BatchBeekeeperFactory.create(batch=jar.batch, beekeeper=jar.beekeeper)
    juma.harvests.update(position=1)
    told = story(client)
    assert [person["number"] for person in told["people"]] == [first.pk, juma.pk]
    assert told["beekeeper"]["name"] == "Neema"


def test_each_is_shown_as_far_as_they_agree(client: Client, juma: Beekeeper) -> None:
    [person] = story(client)["people"]
    assert (person["village"], person["portrait"]["alt"]) == ("Mahalipangu", "A man with a hat")
    assert person["letter"]["text"] == "Mimi ni mfugaji."
    withdraw(juma, "location", "portrait", "letter")
    [person] = story(client)["people"]
    assert person["name"] == "Juma Pekee"
    assert (person["village"], person["portrait"], person["letter"]) == ("", None, None)


def test_each_has_a_page_whose_address_has_no_name(client: Client, juma: Beekeeper) -> None:
    address = f"/app/PUREJOY/people/{juma.pk}"
    html = client.get(address).content.decode()
    assert "<title>Meet Juma Pekee \u00b7 Upendo Honey</title>" in html
    assert f'rel="canonical" href="http://testserver{address}"' in html
    assert f"/share/PUREJOY/people/{juma.pk}.jpg" in html
    assert client.get(f"/share/PUREJOY/people/{juma.pk}.jpg").status_code == 200
    assert address in client.get("/app/PUREJOY/people").content.decode()
    assert "Juma Pekee" in client.get("/app/PUREJOY/read").content.decode()


def test_who_takes_consent_back_is_nowhere(client: Client, juma: Beekeeper) -> None:
    addresses = [f"people/{juma.pk}", "people", "beekeeper", "menu", "read"]
    withdraw(juma, "name")
    assert story(client)["people"] == []
    for name in addresses:
        answer = client.get(f"/app/PUREJOY/{name}")
        assert answer.status_code == (404 if name.startswith("people") else 200)
        html = answer.content.decode()
        assert not any(word in html for word in ("Juma", "Mahalipangu", "mfugaji", "with a hat"))
    assert client.get(f"/share/PUREJOY/people/{juma.pk}.jpg").status_code == 404


def test_nobody_of_another_batch_has_a_page_here(client: Client, juma: Beekeeper) -> None:
    other = BatchBeekeeperFactory.create().beekeeper
    for number in (other.pk, 0, 10**9):
        assert client.get(f"/app/PUREJOY/people/{number}").status_code == 404


def test_a_beekeeper_who_is_added_under_what_readers_see_waits(client: Client, jar: Jar) -> None:
    other = BeekeeperFactory.create()
    typed = {"people-TOTAL_FORMS": 1, "people-0-beekeeper": other.pk, "people-0-position": 0}
    save(enter("Editor"), jar.batch, "_save", **typed)
    assert story(client)["people"] == []
    drafts.publish(Draft.objects.all())
    assert [person["number"] for person in story(client)["people"]] == [other.pk]


def test_an_edit_of_one_of_the_others_waits_and_is_previewed_on_their_page(
    client: Client, juma: Beekeeper
) -> None:
    save(enter("Editor"), juma, "_draft", bio="He writes it down.")
    assert story(client)["people"][0]["bio"] == "Keeps bees."
    preview = preview_of_record(juma)
    assert preview
    html = client.get(preview.address(page_of(juma))).content.decode()
    assert "He writes it down." in html


def test_their_words_are_checked_for_every_market_where_they_are_read() -> None:
    jar = JarFactory.create(retailer=RetailerFactory.create(market="UK"))
    other = BatchBeekeeperFactory.create(batch=jar.batch).beekeeper
    assert other.read_in() == {Market.UK}
    JarFactory.create(beekeeper=other, retailer=RetailerFactory.create(market="EU"))
    assert other.read_in() == {Market.UK, Market.EU}
    JarFactory.create(batch=jar.batch)  # sold anywhere
    assert other.read_in() == frozenset(Market)


def test_whoever_takes_consents_back_is_told_which_codes_change(juma: Beekeeper) -> None:
    JarFactory.create(code="OTHER")
    JarFactory.create(code="JUMAS", beekeeper=juma)
    assert Concerned(juma, []).codes_in_words == "JUMAS, PUREJOY"
