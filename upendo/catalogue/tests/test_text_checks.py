import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models
from django.test import Client

from upendo.catalogue import text_checks
from upendo.catalogue.models import Beekeeper, Market, ReaderFacing
from upendo.catalogue.tests.factories import BeekeeperFactory, JarFactory, RetailerFactory
from upendo.catalogue.text_checks import Finding, add_text_check

# Texts that no story shows: choices, addresses and the file names of pictures.
NOT_READ = {
    "BatchStep.coordinates",
    "BatchStep.kind",
    "BatchStep.proof_url",
    "Beekeeper.letter_language",
    "Consent.record",
    "Consent.subject",
    "Draft.note",
    "DraftNote.last_error",
    "DraftNote.text",
    "ImportFile.name",
    "ImportFile.refusal",
    "ImportFile.report",
    "Honey.recipe_url",
    "HoneyFact.kind",
    "Jar.code",
    "Jar.status",
    "Picture.colour",
    "Picture.folder",
    "Picture.image",
    "Picture.purpose",
    "Picture.source",
    "PlannedPublication.last_error",
    "PlannedPublication.refused",
    "PlannedPublication.seen",
    "PlannedPublication.what",
    "PlannedPublication.zone",
    "Recording.file",
    "Recording.language",
    "Retailer.market",
    "Retailer.website",
    "Season.kind",
    "Species.kind",
}


def no_magic(text: str, language: str, markets: frozenset[Market]) -> list[Finding]:
    if "magic" not in text or Market.EU not in markets:
        return []
    return [Finding(f"Magic is not allowed ({language}).", blocks="black" in text)]


@pytest.fixture(autouse=True)
def check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_checks, "_checks", [])
    add_text_check(no_magic)


def test_every_text_of_a_story_is_checked() -> None:
    texts, checked = set(), set()
    for model in apps.get_app_config("catalogue").get_models():
        if hasattr(model, "instance_type"):  # a former state of a text that was checked
            continue
        kinds = (models.CharField, models.TextField, models.FileField)
        fields = [field for field in model._meta.local_fields if isinstance(field, kinds)]
        texts |= {f"{model.__name__}.{field.name}" for field in fields}
        if issubclass(model, ReaderFacing):
            checked |= {f"{model.__name__}.{name}" for name in model.reader_texts}
    assert texts - NOT_READ == checked


@pytest.mark.django_db
def test_a_blocked_text_is_refused_beside_its_field() -> None:
    with pytest.raises(ValidationError) as refused:
        BeekeeperFactory.build(bio="By black magic.").full_clean()
    assert refused.value.message_dict == {"bio": ["Magic is not allowed (en)."]}


@pytest.mark.django_db
def test_a_letter_is_checked_in_its_own_language() -> None:
    beekeeper = BeekeeperFactory.build(letter_text="magic", letter_language="sw")
    assert [finding.message for _, finding in beekeeper.findings()] == [
        "Magic is not allowed (sw)."
    ]
    beekeeper.full_clean()  # it only warns


@pytest.mark.django_db
def test_what_one_market_forbids_may_be_said_in_another() -> None:
    beekeeper = BeekeeperFactory.create(bio="By black magic.")
    JarFactory.create(beekeeper=beekeeper, retailer=RetailerFactory.create(market="US"))
    beekeeper.full_clean()


@pytest.mark.django_db
def test_the_admin_and_the_api_refuse_it_too(admin_client: Client) -> None:
    fields = {"name": "Neema", "village": "Inyonga", "bio": "By black magic."}
    page = admin_client.post("/admin/catalogue/beekeeper/add/", fields).content.decode()
    assert "Magic is not allowed (en)." in page
    answer = admin_client.post("/api/v1/beekeepers/", fields)
    assert (answer.status_code, answer.json()) == (400, {"bio": ["Magic is not allowed (en)."]})
    assert not Beekeeper.objects.exists()
