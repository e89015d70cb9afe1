"""A copy is a new record that readers do not see, with its own name and nothing that is proven."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from upendo.catalogue import lifecycle
from upendo.catalogue.models import Batch, Beekeeper, Footprint, Honey, HoneyFact, Jar, Nutrient
from upendo.catalogue.models.told import readers_see
from upendo.catalogue.tests.desk import enter, opened, press, save
from upendo.catalogue.tests.factories import (
    BatchFactory,
    BeekeeperFactory,
    FootprintFactory,
    FootprintStageFactory,
    HoneyFactory,
    JarFactory,
    PictureFactory,
)
from upendo.claims.tests.factories import ClaimFactory
from upendo.desk.addresses import form_of
from upendo.editing.models import Draft

pytestmark = pytest.mark.django_db


def copied(client: Client, record: Any, **names: str) -> Any:
    """Copy a record, and return what the browser shows then."""
    return client.post(form_of(record).replace("/change/", "/copy/"), names, follow=True)


def test_a_beekeeper_is_copied_with_the_draft_and_without_consents(admin_client: Client) -> None:
    neema = BeekeeperFactory.create(name="Neema", portrait=PictureFactory.create())
    JarFactory.create(beekeeper=neema)
    save(admin_client, neema, bio="Keeps wild bees.")
    assert neema.consents.exists()
    page = copied(admin_client, neema, name="Zawadi").content.decode()
    assert "This is the copy of Neema." in page
    zawadi = Beekeeper.objects.get(name="Zawadi")
    assert (zawadi.bio, zawadi.village, zawadi.portrait) == (
        "Keeps wild bees.",
        neema.village,
        neema.portrait,
    )
    assert not zawadi.consents.exists()
    assert not readers_see(zawadi)
    assert Draft.objects.get().record == neema
    history: Any = zawadi
    assert [row.history_change_reason for row in history.history.all()] == ["Copied from Neema"]


def test_a_honey_takes_its_rows_along_and_leaves_what_belongs_to_it_alone(
    admin_client: Client,
) -> None:
    honey = JarFactory.create().batch.honey
    HoneyFact.objects.create(honey=honey, title="Storing", text="Dark and dry.")
    Nutrient.objects.create(honey=honey, name="Energy", per_100g="1370 kJ")
    FootprintFactory.create(honey=honey)
    ClaimFactory.create().honeys.add(honey)
    copied(admin_client, honey, name="Another")
    another = Honey.objects.get(name="Another")
    assert [fact.text for fact in another.facts.all()] == ["Dark and dry."]
    assert [row.per_100g for row in another.nutrition.all()] == ["1370 kJ"]
    assert honey.facts.count() == honey.nutrition.count() == 1
    assert not hasattr(another, "footprint")
    assert not another.batches.exists()
    assert not another.claims.exists()


def test_a_batch_leaves_behind_what_was_measured_of_the_lot(admin_client: Client) -> None:
    batch = BatchFactory.create(moisture_percent=17, hmf_mg_per_kg=9, weight_kg=120)
    batch.steps.create(kind="pressed", place="Inyonga", day=date(2026, 6, 1))
    copied(admin_client, batch, lot="L-2")
    made = Batch.objects.get(lot="L-2")
    assert (made.honey, made.forest, made.harvested_to) == (
        batch.honey,
        batch.forest,
        batch.harvested_to,
    )
    assert (made.moisture_percent, made.hmf_mg_per_kg, made.weight_kg) == (None, None, None)
    assert [(step.place, step.day) for step in made.steps.all()] == [("Inyonga", None)]


def test_a_footprint_asks_for_its_honey_and_then_waits(admin_client: Client) -> None:
    footprint = FootprintFactory.create()
    FootprintStageFactory.create(footprint=footprint, label="Road", grams_per_kg=903)
    seen = JarFactory.create().batch.honey
    copied(admin_client, footprint)
    made = Footprint.objects.get(honey=None)
    assert made.stages.get().grams_per_kg == 903
    assert "honey" not in opened(admin_client, made)
    press(admin_client, made, "_save", opened(admin_client, made) | {"honey": seen.pk})
    made.refresh_from_db()
    assert made.honey is None
    assert Draft.objects.get().record == made


def test_a_name_is_asked_for_and_must_be_its_own(admin_client: Client) -> None:
    honey = HoneyFactory.create(name="Miombo" * 13)
    page = admin_client.get(form_of(honey).replace("/change/", "/copy/"))
    suggested = page.context["form"]["name"].value()
    assert suggested == f"{honey.name[:73]} (copy)"
    assert "is called so" in copied(admin_client, honey, name=honey.name.upper()).content.decode()
    assert "This field is required" in copied(admin_client, honey, name="").content.decode()
    assert "at most 80" in copied(admin_client, honey, name="a" * 81).content.decode()
    assert Honey.objects.count() == 1


def test_what_is_still_called_a_copy_does_not_go_live(admin_client: Client) -> None:
    keeper = BeekeeperFactory.create(name="Neema")
    copied(admin_client, keeper, name="Neema (copy)")
    jar = JarFactory.create(beekeeper=Beekeeper.objects.get(name="Neema (copy)"), status="draft")
    with pytest.raises(lifecycle.NotReadyError, match="still called a copy"):
        list(lifecycle.bring_live(Jar.objects.filter(pk=jar.pk)))


@pytest.mark.parametrize(("role", "status"), [("Editor", 200), ("Translator", 403)])
def test_who_may_add_may_copy(role: str, status: int) -> None:
    keeper, client = BeekeeperFactory.create(), enter(role)
    assert ("Copy as a new draft" in client.get(form_of(keeper)).content.decode()) == (
        status == 200
    )
    assert copied(client, keeper, name="Zawadi").status_code == status
    assert Beekeeper.objects.filter(name="Zawadi").exists() == (status == 200)
