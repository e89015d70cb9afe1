"""What keeps claims from the readers of live codes."""

from datetime import timedelta

import pytest
from django.utils import timezone

from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import JarFactory, RetailerFactory
from upendo.claims.gate import withheld
from upendo.claims.models import Claim
from upendo.claims.tests.factories import CertificateFactory, ClaimFactory

pytestmark = pytest.mark.django_db


def live_jar(market: str, **fields: object) -> Jar:
    return JarFactory.create(retailer=RetailerFactory.create(market=market), **fields)


def test_each_withheld_claim_comes_with_its_reason_and_codes() -> None:
    british = live_jar("UK")
    american = live_jar("US", batch=british.batch)
    claim = ClaimFactory.create(markets=["US"])
    claim.batches.add(british.batch)
    [item] = withheld(Jar.objects.all())
    assert (item.proof, item.codes) == (claim, [british.code])
    assert item.reason == "not allowed in United Kingdom"
    assert american.code not in item.codes


def test_nothing_is_withheld_that_readers_get() -> None:
    ClaimFactory.create().batches.add(live_jar("UK").batch)
    CertificateFactory.create().honeys.add(live_jar("EU").batch.honey)
    assert withheld(Jar.objects.all()) == []


def test_only_live_codes_count() -> None:
    jar = live_jar("UK", status=Jar.Status.RETIRED)
    ClaimFactory.create(status="draft").batches.add(jar.batch)
    assert withheld(Jar.objects.all()) == []


def test_what_ends_soon_is_known_before() -> None:
    today = timezone.localdate()
    soon = ClaimFactory.create(valid_until=today + timedelta(days=60))
    ClaimFactory.create(valid_until=today + timedelta(days=61))
    ClaimFactory.create(valid_until=today - timedelta(days=1))
    ClaimFactory.create(valid_until=today, status="draft")
    ClaimFactory.create()
    assert list(Claim.objects.expiring_within(days=60)) == [soon]
