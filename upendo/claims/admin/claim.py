from django.contrib import admin
from unfold.decorators import display

from upendo.claims.admin.proof import ABOUT, EVIDENCE, WHERE_AND_WHEN, ProofAdmin
from upendo.claims.models import Claim


@admin.register(Claim)
class ClaimAdmin(ProofAdmin):
    list_display = ["wording", "state", "validity", "kind", "where", "updated_at"]
    list_filter = ["status", "kind", *ProofAdmin.list_filter]
    search_fields = ["wording", "scope", "evidence_title", "verifier", "honeys__name"]
    fieldsets = [
        (None, {"fields": ["wording", "kind", "scope"]}),
        ("How we know", {"fields": ["status", *EVIDENCE, "verifier"]}),
        WHERE_AND_WHEN,
        ABOUT,
    ]

    @display(
        description="status",
        ordering="status",
        label={"draft": "warning", "evidenced": "info", "verified": "success"},
    )
    def state(self, claim: Claim) -> tuple[str, str]:
        return claim.status, claim.get_status_display()
