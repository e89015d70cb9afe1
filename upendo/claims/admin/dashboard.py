"""What the start page and the menu of the desk say about claims."""

from django.http import HttpRequest

from upendo.catalogue import desk
from upendo.claims.admin.proof import SOON_DAYS
from upendo.claims.gate import withheld
from upendo.claims.models import Certificate, Claim, WordingOverride, WordingRule

FIRST = 6  # lines on a card; the list behind it has the rest

desk.entry("Claims", Claim, icon="verified")
desk.entry("Claims", Certificate, icon="workspace_premium")
desk.entry("Claims", WordingRule, icon="gavel")
desk.entry("Claims", WordingOverride, icon="edit_attributes")


@desk.card(order=40)
def claims_on_live_codes(request: HttpRequest) -> desk.Card | None:
    """Claims that readers of live codes are not told, and why."""
    if not request.user.has_perm("claims.view_claim"):
        return None
    found = withheld()
    return desk.Card(
        title="Claims that readers do not see",
        icon="visibility_off",
        items=[
            desk.Item(text=str(item.proof), url=desk.form_of(item.proof), note=item.reason)
            for item in found[:FIRST]
        ],
        all_is_well="Every claim on a live code may be shown.",
        url=desk.list_of(Claim),
        count=len(found),
    )


@desk.card(order=50)
def expiring(request: HttpRequest) -> desk.Card | None:
    """Claims and certificates whose last day is near."""
    if not request.user.has_perm("claims.view_claim"):
        return None
    kinds = (Claim, Certificate)
    found = [proof for kind in kinds for proof in kind.objects.expiring_within(days=SOON_DAYS)]
    return desk.Card(
        title=f"Expiring within {SOON_DAYS} days",
        icon="event_busy",
        items=[
            desk.Item(
                text=str(proof), url=desk.form_of(proof), note=f"until {proof.valid_until:%d %B %Y}"
            )
            for proof in found[:FIRST]
        ],
        all_is_well=f"Nothing expires within {SOON_DAYS} days.",
        url=desk.list_of(Claim),
        count=len(found),
    )
