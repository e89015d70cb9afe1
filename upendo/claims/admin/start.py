"""The cards of claims on the start page: what ends soon, and what readers are not told."""

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.text import capfirst

from upendo.catalogue import desk
from upendo.claims.admin.proof import SOON_DAYS
from upendo.claims.gate import Withheld, withheld
from upendo.claims.models import Certificate, Claim

FIRST = 6  # lines on a card; the list behind it has the rest
SAMPLE = 3  # codes that a line names


@desk.card(order=30)
def ending_soon(request: HttpRequest) -> desk.Card | None:
    """Claims and certificates that readers will not see much longer."""
    if not request.user.has_perm("claims.view_claim"):
        return None
    found = [
        proof
        for model in (Certificate, Claim)
        for proof in model.objects.expiring_within(days=SOON_DAYS)
    ]
    return desk.Card(
        title=f"Claims that end within {SOON_DAYS} days",
        icon="event_busy",
        items=[
            desk.Item(
                text=str(proof),
                url=desk.form_of(proof),
                note=f"Until {date_format(proof.valid_until)}" if proof.valid_until else "",
            )
            for proof in found[:FIRST]
        ],
        all_is_well="No claim and no certificate ends soon.",
        url=f"{desk.list_of(Claim)}?validity=soon",
        count=len(found),
    )


@desk.card(order=35)
def withheld_from_live_codes(request: HttpRequest) -> desk.Card | None:
    """Claims that readers of live codes are not told, and why."""
    if not request.user.has_perm("claims.view_claim"):
        return None
    found = withheld()
    return desk.Card(
        title="Claims that live codes do not show",
        icon="visibility_off",
        items=[_withheld(item) for item in found[:FIRST]],
        all_is_well="Every claim of a live code may be shown there.",
        url=desk.list_of(Claim),
        count=len(found),
    )


def _withheld(item: Withheld) -> desk.Item:
    more = len(item.codes) - SAMPLE
    codes = ", ".join(item.codes[:SAMPLE]) + (f" and {more} more" if more > 0 else "")
    return desk.Item(
        text=str(item.proof), url=desk.form_of(item.proof), note=f"{capfirst(item.reason)}: {codes}"
    )
