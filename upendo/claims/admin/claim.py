from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from upendo.claims.admin.proof import ABOUT, EVIDENCE, WHERE_AND_WHEN, Fieldset, ProofAdmin
from upendo.claims.models import Claim

PAYMENT: Fieldset = (
    _("What was paid"),
    {
        "fields": [
            ("paid_per_kg", "currency", "paid_on"),
            ("local_per_kg", "local_on"),
            "local_source",
        ],
        "description": _(
            "For a claim about what the beekeeper was paid: it stands on the page "
            "“What it brought”, where the name comes from the story. So leave it out of the "
            "wording."
        ),
    },
)
FIGURE: Fieldset = (
    _("Another figure"),
    {
        "fields": [("figure", "unit", "figure_on"), "figure_source"],
        "description": _(
            "For a claim about what else the purchase did, such as 40 new hives: it "
            "stands on the same page. The wording is the sentence below the figure."
        ),
    },
)


@admin.register(Claim)
class ClaimAdmin(ProofAdmin):
    list_display = ["wording", "state", "validity", "kind", "where", "updated_at"]
    list_filter = ["status", "kind", *ProofAdmin.list_filter]
    search_fields = ["wording", "scope", "evidence_title", "verifier", "honeys__name"]
    fieldsets = [
        (None, {"fields": ["wording", "kind", "scope"]}),
        (_("How we know"), {"fields": ["status", *EVIDENCE, "verifier"]}),
        PAYMENT,
        FIGURE,
        WHERE_AND_WHEN,
        ABOUT,
    ]

    @display(
        description=_("status"),
        ordering="status",
        label={"draft": "warning", "evidenced": "info", "verified": "success"},
    )
    def state(self, claim: Claim) -> tuple[str, str]:
        return claim.status, claim.get_status_display()
