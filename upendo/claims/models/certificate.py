"""The record behind a certification mark."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.markets import Market
from upendo.claims.models.claim import HAS_EVIDENCE
from upendo.claims.models.fields import markets_are_known
from upendo.claims.models.proof import Proof, ProofQuerySet
from upendo.claims.wording.plain import plain

# Regulation (EU) 2021/279, Annex II, spells a control body's code: DE-ÖKO-001, TZ-BIO-149.
CONTROL_BODY_CODE = r"^[A-Z]{2}-[A-ZÖÉ]{3,4}-\d{2,3}(-[A-Z0-9]{1,4})?$"


class CertificateQuerySet(ProofQuerySet["Certificate"]):
    def markets_of(self, kind: str, sentence: str) -> frozenset[Market]:
        """Where the certificates of a kind that a sentence names are valid today."""
        spoken = plain(sentence)
        valid = self.valid_on(timezone.localdate()).filter(scheme__endswith=kind)
        return frozenset(
            Market(market)
            for certificate in valid
            if any(name and plain(name) in spoken for name in certificate.names)
            for market in certificate.markets
        )


class Certificate(Proof):
    """A certificate that somebody else has issued. A mark is shown from it, and only from it."""

    reader_texts = ("holder", "control_body", "evidence_title")

    class Scheme(models.TextChoices):
        EU_ORGANIC = "eu-organic", "EU organic"
        GB_ORGANIC = "gb-organic", "GB organic"
        USDA_ORGANIC = "usda-organic", "USDA organic"
        CANADA_ORGANIC = "canada-organic", "Canada organic"
        ACO_ORGANIC = "aco-organic", "Australian certified organic"
        FAIRTRADE = "fairtrade", "Fairtrade"

    scheme = models.CharField(max_length=20, choices=Scheme)
    number = models.CharField(_("certificate number"), max_length=80)
    control_body = models.CharField(
        max_length=120, help_text=_("Who inspects and issues the certificate.")
    )
    control_body_code = models.CharField(
        _("control body's code"),
        max_length=20,
        blank=True,
        help_text=_("For example TZ-BIO-149. The EU's organic mark may not appear without it."),
    )
    holder = models.CharField(max_length=120, help_text=_("Who is certified."))

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["scheme", "number"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "number"], name="certificate_recorded_once"),
            markets_are_known("certificate_markets_are_known"),
            models.CheckConstraint(
                condition=HAS_EVIDENCE,
                name="certificate_is_at_hand",
                violation_error_message=_("Name the certificate, and link to it or upload it."),
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")),
                name="certificate_ends_after_it_begins",
                violation_error_message=_(
                    "A certificate has a first and a last day, in this order."
                ),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=False, valid_until__isnull=False),
                name="certificate_has_dates",
                violation_error_message=_("A certificate has a first and a last day."),
            ),
            models.CheckConstraint(
                condition=~Q(scheme="eu-organic") | Q(control_body_code__regex=CONTROL_BODY_CODE),
                name="eu_organic_has_control_body_code",
                violation_error_message=_(
                    "EU organic needs a control body's code like TZ-BIO-149."
                ),
            ),
        ]

    @property
    def names(self) -> tuple[str, str, str]:
        """What a sentence may name it by."""
        return self.control_body, self.control_body_code, self.number

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.number}"
