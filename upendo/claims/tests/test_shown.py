"""What of claims and certificates is in a story."""

from datetime import date

import pytest
from django.test import Client

from upendo.catalogue.models import Jar, Market
from upendo.catalogue.tests.factories import FootprintFactory, JarFactory, RetailerFactory
from upendo.claims.models import Certificate, Claim
from upendo.claims.tests.factories import CertificateFactory, ClaimFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)


@pytest.fixture
def jar() -> Jar:
    return JarFactory.create(retailer=RetailerFactory.create(market="UK"))


def test_a_claim_is_told_with_how_we_know(client: Client, jar: Jar) -> None:
    claim = ClaimFactory.create(status="verified", verifier="A laboratory")
    claim.batches.add(jar.batch)
    told = client.get(f"/api/v1/stories/{jar.code}/").json()["claims"]
    assert told == [
        {
            "kind": "quality",
            "wording": claim.wording,
            "scope": "This lot",
            "about": ["batch"],
            "evidence": {"title": "A report", "url": "https://laboratory.example/report"},
            "verifier": "A laboratory",
            "valid_until": None,
            "payment": None,
            "figure": None,
        }
    ]


def test_a_certificate_is_told_with_its_control_body(client: Client, jar: Jar) -> None:
    CertificateFactory.create(number="834-1").honeys.add(jar.batch.honey)
    [told] = client.get(f"/api/v1/stories/{jar.code}/").json()["certificates"]
    assert (told["name"], told["number"]) == ("EU organic", "834-1")
    assert told["control_body_code"] == "TZ-BIO-149"


def test_who_verifies_is_named_only_once_they_have(client: Client, jar: Jar) -> None:
    ClaimFactory.create(status="evidenced", verifier="A laboratory").batches.add(jar.batch)
    [told] = client.get(f"/api/v1/stories/{jar.code}/").json()["claims"]
    assert told["verifier"] is None


def test_a_claim_is_told_once_with_all_that_it_is_about(jar: Jar) -> None:
    footprint = FootprintFactory.create(honey=jar.batch.honey)
    claim = ClaimFactory.create()
    claim.honeys.add(jar.batch.honey)
    claim.forests.add(jar.batch.forest)
    claim.batches.add(jar.batch)
    claim.footprints.add(footprint)
    [shown] = Claim.objects.for_readers(jar, Market.UK, TODAY)
    assert shown.subjects == ["honey", "forest", "batch", "footprint"]


def test_another_story_does_not_tell_it(jar: Jar) -> None:
    ClaimFactory.create().batches.add(JarFactory.create().batch)
    CertificateFactory.create().honeys.add(JarFactory.create().batch.honey)
    assert not Claim.objects.for_readers(jar, Market.UK, TODAY)
    assert not Certificate.objects.for_readers(jar, Market.UK, TODAY)


def test_an_expired_certificate_takes_its_mark_along(jar: Jar) -> None:
    CertificateFactory.create(valid_until=date(2026, 11, 24)).honeys.add(jar.batch.honey)
    assert not Certificate.objects.for_readers(jar, Market.UK, TODAY)


def test_a_mark_stays_in_its_markets(jar: Jar) -> None:
    CertificateFactory.create(markets=["EU"]).honeys.add(jar.batch.honey)
    assert Certificate.objects.for_readers(jar, Market.EU, TODAY)
    assert not Certificate.objects.for_readers(jar, Market.UK, TODAY)
    assert not Certificate.objects.for_readers(jar, None, TODAY)
