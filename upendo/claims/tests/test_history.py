"""Who changed what in a claim, and the way back."""

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client

from upendo.catalogue.tests.factories import JarFactory
from upendo.claims.models import Claim
from upendo.claims.tests.factories import CLAIM_FIELDS, CertificateFactory
from upendo.claims.wording.seed import seed_rules
from upendo.editing.states.revisions import revisions_of

# What one transaction changes is one revision: each request needs a real one of its own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def neema(client: Client) -> Client:
    """Somebody at the desk."""
    client.force_login(User.objects.create_superuser("neema"))
    return client


def test_a_former_version_comes_back_and_what_it_is_attached_to_stays(neema: Client) -> None:
    batch = JarFactory.create().batch
    neema.post("/admin/claims/claim/add/", CLAIM_FIELDS | {"batches": [batch.pk]})
    claim = Claim.objects.get()
    form = f"/admin/claims/claim/{claim.pk}/"
    changes = {"wording": "Measured: 17 % water.", "markets": ["EU"], "batches": [batch.pk]}
    neema.post(f"{form}change/", CLAIM_FIELDS | changes)
    newest, first = revisions_of(Claim, claim.pk)
    assert {(change.what, change.before, change.after) for change in newest.differences} == {
        ("Wording", "Measured: 18 % water.", "Measured: 17 % water."),
        ("Markets", "European Union, United Kingdom", "European Union"),
    }
    assert "17 % water" in neema.get(f"{form}history/").content.decode()
    neema.post(f"{form}history/", {"revision": first.at.isoformat()})
    claim.refresh_from_db()
    assert (claim.wording, claim.markets) == ("Measured: 18 % water.", ["EU", "UK"])
    assert claim.batches.get() == batch


def test_a_version_whose_words_are_refused_by_now_stays_away(neema: Client) -> None:
    seed_rules(apps)  # which the tests before have swept away
    Claim.objects.create(**CLAIM_FIELDS | {"wording": "It heals."})
    claim = Claim.objects.get()
    form = f"/admin/claims/claim/{claim.pk}/"
    neema.post(f"{form}change/", CLAIM_FIELDS)
    first = revisions_of(Claim, claim.pk)[-1]
    page = neema.post(f"{form}history/", {"revision": first.at.isoformat()}, follow=True)
    assert "This version cannot come back" in page.content.decode()
    claim.refresh_from_db()
    assert claim.wording == "Measured: 18 % water."


def test_a_deleted_certificate_comes_back_attached_to_nothing(neema: Client) -> None:
    certificate = CertificateFactory.create(number="834-7")
    certificate.batches.add(JarFactory.create().batch)
    certificate.save()
    form = f"/admin/claims/certificate/{certificate.pk}/"
    neema.post(f"{form}delete/", {"post": "yes"})
    assert "834-7" in neema.get(f"{form}history/").content.decode()
    revision = revisions_of(type(certificate), certificate.pk)[1]
    neema.post(f"{form}history/", {"revision": revision.at.isoformat()})
    certificate.refresh_from_db()
    assert (certificate.number, certificate.batches.count()) == ("834-7", 0)
