"""Brings the demonstration claims into the database, with the stories that they are about."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from upendo.catalogue.models import Batch, Jar
from upendo.claims.models import Claim
from upendo.demo import claims

FOLDER = Path(__file__).parent / "evidence"
VALID_FOR = timedelta(days=2 * 365)  # as long as the honey is best


def load_claims(codes: list[str]) -> None:
    """Create the demonstration claims of these stories."""
    for jar in Jar.objects.filter(code__in=codes).select_related("batch"):
        for claim in claims.BATCH_CLAIMS[jar.code]:
            _create(claim, jar.batch)


def _create(claim: dict[str, Any], batch: Batch) -> None:
    today = timezone.localdate()
    verified = claim["status"] == Claim.Status.VERIFIED
    created = Claim.objects.create(
        evidence_title=f"Batch record {batch.lot} with laboratory report (demonstration)",
        evidence_file=ContentFile(
            (FOLDER / f"{batch.lot}.pdf").read_bytes(), name=f"batch-record-{batch.lot}.pdf"
        ),
        verifier=claims.LABORATORY if verified else "",
        valid_from=today,
        valid_until=today + VALID_FOR,
        **claim,
    )
    created.batches.add(batch)
