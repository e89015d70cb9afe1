"""What of claims and certificates is in a story: only what its readers may be told today."""

from collections.abc import Iterable, Iterator
from datetime import date

from rest_framework import serializers

from upendo.catalogue.markets import Market
from upendo.catalogue.models import Jar
from upendo.claims.models import Certificate, Claim
from upendo.claims.models.brought import Brought
from upendo.claims.models.proof import SUBJECTS, Proof, ProofQuerySet
from upendo.story.sections import StorySection, Withheld, add_story_section
from upendo.story.serializers.base import StorySerializerBase


class EvidenceSerializer(serializers.Serializer[Proof]):
    title = serializers.CharField(source="evidence_title")
    url = serializers.CharField(source="evidence_address")


class LocalPriceSerializer(serializers.Serializer[Brought]):
    per_kg = serializers.FloatField(source="local_per_kg")
    day = serializers.DateField(source="local_on")
    source = serializers.CharField(source="local_source")  # type: ignore[assignment]  # the name in the document


class PaymentSerializer(serializers.Serializer[Brought]):
    per_kg = serializers.FloatField(source="paid_per_kg")
    currency = serializers.CharField()
    day = serializers.DateField(source="paid_on")
    local = LocalPriceSerializer(source="local_price", allow_null=True)


class FigureSerializer(serializers.Serializer[Brought]):
    number = serializers.FloatField(source="figure")
    unit = serializers.CharField()
    day = serializers.DateField(source="figure_on")
    source = serializers.CharField(source="figure_source")  # type: ignore[assignment]  # as above


class StoryClaimSerializer(StorySerializerBase[Claim]):
    about = serializers.ListField(
        source="subjects", child=serializers.ChoiceField(choices=SUBJECTS)
    )
    evidence = EvidenceSerializer(source="*")
    verifier = serializers.CharField(source="shown_verifier", allow_null=True)
    payment = PaymentSerializer(allow_null=True)
    figure = FigureSerializer(source="number", allow_null=True)

    class Meta:
        model = Claim
        fields = [
            "kind",
            "wording",
            "scope",
            "about",
            "evidence",
            "verifier",
            "valid_until",
            "payment",
            "figure",
        ]


class StoryCertificateSerializer(StorySerializerBase[Certificate]):
    name = serializers.CharField(source="get_scheme_display")
    about = serializers.ListField(
        source="subjects", child=serializers.ChoiceField(choices=SUBJECTS)
    )
    evidence = EvidenceSerializer(source="*")
    valid_from = serializers.DateField()
    valid_until = serializers.DateField()

    class Meta:
        model = Certificate
        fields = [
            "name",
            "number",
            "control_body",
            "control_body_code",
            "holder",
            "about",
            "evidence",
            "valid_from",
            "valid_until",
        ]


def _claims(jar: Jar, market: Market | None, today: date) -> Iterable[Claim]:
    return Claim.objects.for_readers(jar, market, today)


def _certificates(jar: Jar, market: Market | None, today: date) -> Iterable[Certificate]:
    return Certificate.objects.for_readers(jar, market, today)


def _withheld_claims(jar: Jar, market: Market | None, today: date) -> Iterator[Withheld]:
    return _withheld(Claim.objects.about(jar), market, today)


def _withheld_certificates(jar: Jar, market: Market | None, today: date) -> Iterator[Withheld]:
    return _withheld(Certificate.objects.about(jar), market, today)


def _withheld[M: Proof](
    proofs: ProofQuerySet[M], market: Market | None, today: date
) -> Iterator[Withheld]:
    for proof in proofs:
        if reason := proof.why_withheld(market, today):
            yield Withheld(proof, reason)


add_story_section(StorySection("claims", StoryClaimSerializer, _claims, (Claim,), _withheld_claims))
add_story_section(
    StorySection(
        "certificates",
        StoryCertificateSerializer,
        _certificates,
        (Certificate,),
        _withheld_certificates,
    )
)
