"""What the start page and the gaps of a story say of claims."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from upendo.catalogue.gap_checks.story_gaps import gaps_in_story
from upendo.catalogue.models import Jar
from upendo.catalogue.tests.factories import JarFactory
from upendo.claims.tests.factories import CertificateFactory, ClaimFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def jar() -> Jar:
    return JarFactory.create(code="PUREJOY")


def test_the_start_page_says_what_ends_soon(admin_client: Client) -> None:
    ClaimFactory.create(wording="Soon over.", valid_until=TODAY + timedelta(days=30))
    ClaimFactory.create(wording="Long to go.", valid_until=TODAY + timedelta(days=300))
    page = admin_client.get("/admin/").content.decode()
    assert "Soon over." in page
    assert "Long to go." not in page


def test_the_start_page_says_what_live_codes_do_not_show(admin_client: Client, jar: Jar) -> None:
    ClaimFactory.create(wording="Not yet proven.", status="draft").batches.add(jar.batch)
    page = admin_client.get("/admin/").content.decode()
    assert "Not yet proven." in page
    assert "Still a draft: PUREJOY" in page


def test_what_has_expired_is_a_gap_in_the_story_until_it_is_renewed(jar: Jar) -> None:
    certificate = CertificateFactory.create(number="834-1", valid_until=TODAY - timedelta(days=1))
    certificate.honeys.add(jar.batch.honey)
    [gap] = [gap for gap in gaps_in_story(jar) if gap.record == certificate]
    assert "“EU organic 834-1” expired" in gap.words
    assert gap.url == f"/admin/claims/certificate/{certificate.pk}/change/#id_valid_until"
    certificate.valid_until = TODAY
    certificate.save()
    assert not [gap for gap in gaps_in_story(jar) if gap.record == certificate]
