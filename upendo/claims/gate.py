"""Finds the claims and certificates that readers of live codes do not see, with the reasons."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils import timezone

from upendo.catalogue.markets import Market
from upendo.catalogue.models import Jar
from upendo.claims.models import Certificate, Claim

type ClaimOrCertificate = Claim | Certificate


@dataclass(frozen=True)
class Withheld:
    """A claim or certificate that some live codes do not show, the reason, and these codes."""

    proof: ClaimOrCertificate
    reason: str
    codes: list[str]


def withheld() -> list[Withheld]:
    """Return what is attached to the stories of live codes and may not be shown there today."""
    proofs: list[ClaimOrCertificate] = [*Claim.objects.all(), *Certificate.objects.all()]
    return [item for proof in proofs for item in _withheld(proof)]


def _withheld(proof: ClaimOrCertificate) -> Iterator[Withheld]:
    today = timezone.localdate()
    reasons = {market: proof.why_withheld(market, today) for market in (None, *Market)}
    if not any(reasons.values()):
        return
    codes: dict[str, list[str]] = defaultdict(list)
    for jar in _live_jars(proof):
        codes[reasons[jar.market]].append(jar.code)
    for reason, found in codes.items():
        if reason:
            yield Withheld(proof, reason, found)


def _live_jars(proof: ClaimOrCertificate) -> QuerySet[Jar]:
    told = (
        Q(batch__honey__in=proof.honeys.all())
        | Q(batch__forest__in=proof.forests.all())
        | Q(batch__in=proof.batches.all())
        | Q(batch__honey__footprint__in=proof.footprints.all())
    )
    return Jar.objects.filter(told, status=Jar.Status.LIVE).select_related("retailer")
