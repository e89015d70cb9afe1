"""A sentence that needs proof."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.markets import Market
from upendo.claims.models.brought import Brought, brought_constraints
from upendo.claims.models.fields import markets_are_known
from upendo.claims.models.proof import Proof, ProofQuerySet

HAS_EVIDENCE = ~Q(evidence_title="") & (~Q(evidence_url="") | ~Q(evidence_file=""))


class ClaimQuerySet(ProofQuerySet["Claim"]):
    def proven(self) -> Self:
        """Claims with evidence, whether verified by somebody else or not."""
        return self.exclude(status=Claim.Status.DRAFT)


class Claim(Brought, Proof):
    """An advertising statement and its evidence. It is shown only in markets that allow it."""

    reader_texts = (
        "wording",
        "scope",
        "evidence_title",
        "verifier",
        "local_source",
        "unit",
        "figure_source",
    )

    class Kind(models.TextChoices):
        ORIGIN = "origin", _("Origin")
        QUALITY = "quality", _("Quality")
        ENVIRONMENT = "environment", _("Environment")
        SOCIAL = "social", _("Social")
        HEALTH = "health", _("Health")

    class Status(models.TextChoices):
        DRAFT = "draft", _("Draft")
        EVIDENCED = "evidenced", _("Evidenced")
        VERIFIED = "verified", _("Verified")

    wording = models.CharField(max_length=250, help_text=_("The claim exactly as readers see it."))
    kind = models.CharField(max_length=12, choices=Kind)
    scope = models.CharField(
        _("what it covers"),
        max_length=160,
        help_text=_("What exactly is claimed, and for what. For example: This batch, when bottled"),
    )
    status = models.CharField(
        max_length=10,
        choices=Status,
        default=Status.DRAFT,
        help_text=_(
            "Draft: readers never see it. Evidenced: we hold the evidence. Verified: "
            "somebody independent has checked it."
        ),
    )
    verifier = models.CharField(
        _("verified by"), max_length=120, blank=True, help_text=_("The independent person or body.")
    )

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "wording"]
        constraints = [
            markets_are_known("claim_markets_are_known"),
            *brought_constraints(),
            models.CheckConstraint(
                condition=Q(status="draft") | HAS_EVIDENCE,
                name="claim_evidenced_by_something",
                violation_error_message=_(
                    "A claim is evidenced once the evidence is named and "
                    "there is a link to it or a file. Until then it stays a draft."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(status="verified") | ~Q(verifier=""),
                name="claim_verified_by_somebody",
                violation_error_message=_("A verified claim names who verified it."),
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from"))
                | Q(valid_from__isnull=True)
                | Q(valid_until__isnull=True),
                name="claim_ends_after_it_begins",
                violation_error_message=_("A claim cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.wording

    @property
    def shown_verifier(self) -> str | None:
        """Who has checked it; None as long as nobody independent has."""
        return self.verifier if self.status == self.Status.VERIFIED else None

    def why_withheld(self, market: Market | None, today: date) -> str:
        if self.status == self.Status.DRAFT:
            return gettext("still a draft")
        return super().why_withheld(market, today)
