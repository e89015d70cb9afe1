"""The desk for claims and wording."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from upendo.catalogue.models import Beekeeper
from upendo.catalogue.tests.factories import JarFactory
from upendo.claims.models import Certificate, Claim, WordingOverride, WordingRule
from upendo.claims.tests.factories import CLAIM_FIELDS, CertificateFactory, ClaimFactory
from upendo.desk.tests.admins import registered

pytestmark = pytest.mark.django_db

MODELS = [model for model in registered() if model._meta.app_label == "claims"]
PERSON = {"name": "Neema", "village": "Inyonga", "letter_language": "sw"}
GREEN = PERSON | {"bio": "Neema is green with envy."}
HEALING = PERSON | {"bio": "It heals. She says so."}


@pytest.fixture
def everything() -> None:
    ClaimFactory.create()
    CertificateFactory.create()
    WordingOverride.objects.create(
        rule=WordingRule.objects.all()[0],
        passage="It heals.",
        reason="A quotation.",
        allowed_by=User.objects.create_user("manager"),
    )


@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_list_search_and_form_opens(admin_client: Client, model: Any) -> None:
    name, pk = model._meta.model_name, model.objects.values_list("pk", flat=True)[0]
    for address in ("", "?q=honey", "add/", f"{pk}/change/"):
        assert admin_client.get(f"/admin/claims/{name}/{address}").status_code == 200


@pytest.mark.parametrize("model", ["claim", "certificate"])
def test_lists_are_filtered(admin_client: Client, model: str) -> None:
    CertificateFactory.create(number="834-7")
    ClaimFactory.create(wording="834-7", valid_from="2020-01-01")
    for validity, found in {"valid": True, "soon": False, "expired": False, "later": False}.items():
        page = admin_client.get(f"/admin/claims/{model}/?validity={validity}&market=EU")
        assert ("834-7" in page.content.decode()) == found


def test_a_claim_is_written_with_its_markets(admin_client: Client) -> None:
    batch = JarFactory.create().batch
    fields = CLAIM_FIELDS | {"batches": [batch.pk]}
    answer = admin_client.post("/admin/claims/claim/add/", fields)
    assert answer.status_code == 302, answer.context["errors"]
    assert Claim.objects.get().markets == ["EU", "UK"]
    page = admin_client.get(f"/admin/claims/claim/{Claim.objects.get().pk}/change/")
    assert "not allowed in Canada" in page.content.decode()


def test_a_claim_without_evidence_is_told_what_is_missing(admin_client: Client) -> None:
    fields = {"wording": "So.", "kind": "quality", "scope": "All", "status": "evidenced"}
    page = admin_client.post("/admin/claims/claim/add/", fields | {"markets": ["EU"]})
    assert "evidence is named" in page.content.decode()


def test_eu_organic_without_its_code_is_refused(admin_client: Client) -> None:
    certificate = CertificateFactory.build(control_body_code="")
    fields = {
        name: getattr(certificate, name)
        for name in ("scheme", "number", "holder", "control_body", "evidence_title")
    }
    fields |= {"evidence_url": "https://x.example/", "markets": ["EU"]}
    fields |= {"valid_from": "2026-01-01", "valid_until": "2027-01-01"}
    page = admin_client.post("/admin/claims/certificate/add/", fields)
    assert "TZ-BIO-149" in page.content.decode()
    assert not Certificate.objects.exists()


def test_a_blocked_text_is_refused_with_a_way_out(admin_client: Client) -> None:
    page = admin_client.post("/admin/catalogue/beekeeper/add/", HEALING).content.decode()
    assert "“heals”: No food may be said to prevent, treat or cure a disease" in page
    assert "Regulation (EU) 1169/2011" in page
    assert "Better: Leave health out." in page
    assert "passage=It+heals." in page
    assert not Beekeeper.objects.exists()


def test_an_allowed_sentence_is_recorded_and_passes(admin_client: Client) -> None:
    rule = WordingRule.objects.get(name="Healing and disease")
    address = f"/admin/claims/wordingoverride/add/?rule={rule.pk}&passage=It+heals."
    assert "It heals." in admin_client.get(address).content.decode()
    allowed = {"rule": rule.pk, "passage": "It heals.", "reason": "Her own words."}
    admin_client.post("/admin/claims/wordingoverride/add/", allowed)
    override = WordingOverride.objects.get()
    assert (override.allowed_by.get_username(), override.reason) == ("admin", "Her own words.")
    assert override.allowed_at
    answer = admin_client.post("/admin/catalogue/beekeeper/add/", HEALING)
    assert answer.status_code == 302


@pytest.mark.parametrize("gap", ["reason", "passage"])
def test_an_override_needs_a_reason_and_an_objection(admin_client: Client, gap: str) -> None:
    rule = WordingRule.objects.get(name="Healing and disease")
    allowed = {"rule": rule.pk, "passage": "It heals.", "reason": "So."}
    allowed[gap] = " " if gap == "reason" else "Nothing here."
    admin_client.post("/admin/claims/wordingoverride/add/", allowed)
    assert not WordingOverride.objects.exists()


def test_an_override_is_never_changed(admin_client: Client, everything: None) -> None:
    override = WordingOverride.objects.get()
    address = f"/admin/claims/wordingoverride/{override.pk}/change/"
    assert admin_client.post(address, {"reason": "Another."}).status_code == 403


def test_a_warning_is_told_after_saving_and_beside_the_field(admin_client: Client) -> None:
    page = admin_client.post("/admin/catalogue/beekeeper/add/", GREEN, follow=True)
    assert "look at the wording" in page.content.decode()
    beekeeper = Beekeeper.objects.get()
    form = admin_client.get(f"/admin/catalogue/beekeeper/{beekeeper.pk}/change/").content.decode()
    assert "If you mean the colour, keep it." in form


def test_parts_of_a_record_are_checked_too(admin_client: Client) -> None:
    honey = JarFactory.create().batch.honey
    fields = {"name": honey.name, "tasting_note": "x", "description": "x", "season": "x"}
    inlines = {
        f"{prefix}-{key}": 0
        for prefix in ("harvestpicture_set", "facts", "nutrition")
        for key in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    fact = {"facts-TOTAL_FORMS": 1, "facts-0-title": "Health", "facts-0-text": "It cures coughs."}
    page = admin_client.post(
        f"/admin/catalogue/honey/{honey.pk}/change/",
        fields | inlines | fact | {"harvest": "x", "facts-0-position": 0},
    )
    assert "“cures coughs”" in page.content.decode()
    assert not honey.facts.exists()


@pytest.mark.parametrize("layout", ["facts", "nutrition"])
def test_a_warning_stands_in_every_layout_of_parts(admin_client: Client, layout: str) -> None:
    honey = JarFactory.create().batch.honey
    if layout == "facts":  # one below the other
        honey.facts.create(title="Colour", text="It is green.", position=0)
    else:  # one in a row
        honey.nutrition.create(name="It is green", per_100g="1 g", position=0)
    form = admin_client.get(f"/admin/catalogue/honey/{honey.pk}/change/").content.decode()
    assert form.count("If you mean the colour, keep it.") == 1


def test_a_beekeeper_without_objections_saves_quietly(admin_client: Client) -> None:
    page = admin_client.post(
        "/admin/catalogue/beekeeper/add/", PERSON | {"bio": "Keeps bees."}, follow=True
    )
    assert "look at the wording" not in page.content.decode()
