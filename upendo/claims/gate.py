"""Finds the claims and certificates that readers of live codes do not see, with the reasons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone

from upendo.catalogue.markets import Market
from upendo.catalogue.models import Jar
from upendo.catalogue.models.jar import JarQuerySet
from upendo.claims.models import Certificate, Claim

type ClaimOrCertificate = Claim | Certificate


@dataclass(frozen=True)
class Withheld:
    """A claim or certificate that some live stories do not show, the reason, a code of each."""

    proof: ClaimOrCertificate
    reason: str
    codes: list[str]


def withheld(jars: JarQuerySet) -> list[Withheld]:
    """Return what is attached to the stories of live ones of these and may not be shown today."""
    attached = ("honeys", "forests", "batches", "footprints")
    proofs: list[ClaimOrCertificate] = [
        *Claim.objects.prefetch_related(*attached),
        *Certificate.objects.prefetch_related(*attached),
    ]
    live = jars.samples().filter(status=Jar.Status.LIVE).order_by("code")
    stories = live.select_related("batch", "retailer")
    return [item for proof in proofs for item in _withheld(proof, stories)]


def _withheld(proof: ClaimOrCertificate, jars: Iterable[Jar]) -> Iterator[Withheld]:
    today = timezone.localdate()
    reasons = {market: proof.why_withheld(market, today) for market in (None, *Market)}
    if not any(reasons.values()):
        return
    codes: dict[str, list[str]] = defaultdict(list)
    for jar in _telling(proof, jars):
        codes[reasons[jar.market]].append(jar.code)
    for reason, found in codes.items():
        if reason:
            yield Withheld(proof, reason, found)


def _telling(proof: ClaimOrCertificate, jars: Iterable[Jar]) -> Iterator[Jar]:
    honeys, forests, batches = (
        {record.pk for record in records.all()}
        for records in (proof.honeys, proof.forests, proof.batches)
    )
    honeys |= {print_.honey_id for print_ in proof.footprints.all() if print_.honey_id}
    for jar in jars:
        if (
            jar.batch_id in batches
            or jar.batch.honey_id in honeys
            or jar.batch.forest_id in forests
        ):
            yield jar
