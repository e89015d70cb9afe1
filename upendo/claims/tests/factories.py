"""Claims and certificates with plain defaults: evidenced, and allowed everywhere for ever."""

from datetime import date
from typing import Any

import factory

from upendo.catalogue.models import Market
from upendo.claims.models import Certificate, Claim

# A claim as the desk's form sends it.
CLAIM_FIELDS: dict[str, Any] = {
    "wording": "Measured: 18 % water.",
    "kind": "quality",
    "scope": "This lot",
    "status": "evidenced",
    "evidence_title": "A report",
    "evidence_url": "https://laboratory.example/",
    "markets": ["EU", "UK"],
}


class ClaimFactory(factory.django.DjangoModelFactory[Claim]):
    class Meta:
        model = Claim

    wording = factory.Sequence(lambda n: f"Claim {n}.")
    kind = Claim.Kind.QUALITY
    scope = "This lot"
    status = Claim.Status.EVIDENCED
    evidence_title = "A report"
    evidence_url = "https://laboratory.example/report"
    markets = factory.LazyFunction(lambda: list(Market))


class PaymentFactory(ClaimFactory):
    """A claim about what was paid."""

    kind = Claim.Kind.SOCIAL
    paid_per_kg = 9000
    currency = "TZS"
    paid_on = date(2026, 7, 22)


class CertificateFactory(factory.django.DjangoModelFactory[Certificate]):
    class Meta:
        model = Certificate

    scheme = Certificate.Scheme.EU_ORGANIC
    number = factory.Sequence(lambda n: f"834-{n}")
    control_body = "Inspectors"
    control_body_code = "TZ-BIO-149"
    holder = "Upendo Honey"
    evidence_title = "The certificate"
    evidence_url = "https://inspectors.example/834"
    markets = factory.LazyFunction(lambda: list(Market))
    valid_from = date(2020, 1, 1)
    valid_until = date(2099, 12, 31)
