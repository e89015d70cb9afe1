"""What a story lacks when a claim or a certificate in it has come to its end."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format

from upendo.catalogue import health
from upendo.catalogue.models import Jar
from upendo.claims.models import Certificate, Claim


def expired(jar: Jar) -> Iterator[health.Gap]:
    """Yield a gap for everything about a story that has expired."""
    today = timezone.localdate()
    for model in (Certificate, Claim):
        for proof in model.objects.about(jar).filter(valid_until__lt=today):
            ended = date_format(proof.valid_until) if proof.valid_until else ""
            yield health.Gap(
                f"“{proof}” expired on {ended}, and readers do not see it any more.",
                proof,
                "id_valid_until",
            )
