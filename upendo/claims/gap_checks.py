"""What a record lacks when a claim or a certificate attached to it has come to its end."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from upendo.catalogue.models import Batch, Footprint, Forest, Honey
from upendo.editing.gaps import Gap, check

PROOFS = ("certificates", "claims")


@check(Honey, *PROOFS)
@check(Forest, *PROOFS)
@check(Batch, *PROOFS)
@check(Footprint, *PROOFS)
def expired(record: Honey | Forest | Batch | Footprint) -> Iterator[Gap]:
    """Yield a gap for everything attached to a record that has expired."""
    for proofs in PROOFS:
        for proof in getattr(record, proofs).all():
            if proof.valid_until and proof.valid_until < timezone.localdate():
                yield Gap(
                    gettext(
                        "“%(proof)s” expired on %(valid_until)s, and readers do not see it any "
                        "more."
                    )
                    % {"proof": proof, "valid_until": date_format(proof.valid_until)},
                    proof,
                    "id_valid_until",
                )
