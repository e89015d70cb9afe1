"""The database refuses what cannot be."""

from datetime import date

import pytest
from django.db import IntegrityError

from upendo.claims.tests.factories import CertificateFactory, ClaimFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("claim_evidenced_by_something", {"evidence_url": ""}),
        ("claim_evidenced_by_something", {"evidence_title": ""}),
        ("claim_verified_by_somebody", {"status": "verified"}),
        ("claim_markets_are_known", {"markets": []}),
        ("claim_markets_are_known", {"markets": ["MARS"]}),
        (
            "claim_ends_after_it_begins",
            {"valid_from": date(2026, 2, 1), "valid_until": date(2026, 1, 1)},
        ),
    ],
)
def test_a_claim_that_cannot_be(constraint: str, fields: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        ClaimFactory.create(**fields)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("certificate_is_at_hand", {"evidence_url": ""}),
        ("certificate_has_dates", {"valid_until": None}),
        ("certificate_ends_after_it_begins", {"valid_until": date(2019, 1, 1)}),
        ("eu_organic_has_control_body_code", {"control_body_code": ""}),
        ("eu_organic_has_control_body_code", {"control_body_code": "149"}),
    ],
)
def test_a_certificate_that_cannot_be(constraint: str, fields: dict[str, object]) -> None:
    with pytest.raises(IntegrityError, match=constraint):
        CertificateFactory.create(**fields)


def test_a_draft_needs_no_evidence_and_other_schemes_no_code() -> None:
    ClaimFactory.create(status="draft", evidence_title="", evidence_url="")
    CertificateFactory.create(scheme="usda-organic", control_body_code="")
    CertificateFactory.create(control_body_code="DE-ÖKO-001")
