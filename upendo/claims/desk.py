"""The desk's menu items for claims, and its cards: what ends soon, and what is not shown."""

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from upendo.catalogue import shops
from upendo.catalogue.models import Jar
from upendo.claims.admin.proof import SOON_DAYS
from upendo.claims.gate import Withheld, withheld
from upendo.claims.models import Certificate, Claim, WordingOverride, WordingRule, WordList
from upendo.claims.models.proof import Proof
from upendo.claims.shops import seen_by
from upendo.desk.addresses import form_of, list_of
from upendo.desk.finding import words_in
from upendo.desk.menu import menu_item
from upendo.desk.start_page import Card, CardLine, card

FIRST = 6  # lines on a card; its link leads to the whole list
SAMPLE = 3  # of the codes, named on a line

menu_item("Claims", Claim, icon="fact_check", found_by=words_in("wording"))
menu_item("Claims", Certificate, icon="workspace_premium", found_by=words_in("number", "holder"))
menu_item("Claims", WordingRule, icon="gavel", found_by=words_in("name"))
menu_item("Claims", WordList, icon="format_list_bulleted")
menu_item("Claims", WordingOverride, icon="rule")


@card(order=30)
def ending_soon(request: HttpRequest) -> Card | None:
    """Claims and certificates that readers will not see much longer."""
    if not request.user.has_perm("claims.view_claim"):
        return None
    found: list[Proof] = [
        *seen_by(Certificate.objects.expiring_within(days=SOON_DAYS), request.user),
        *seen_by(Claim.objects.expiring_within(days=SOON_DAYS), request.user),
    ]
    return Card(
        title=gettext("Claims that end within %(soon_days)s days") % {"soon_days": SOON_DAYS},
        icon="event_busy",
        lines=[
            CardLine(
                text=str(proof),
                url=form_of(proof),
                note=(
                    gettext("Until %(valid_until)s")
                    % {"valid_until": date_format(proof.valid_until)}
                )
                if proof.valid_until
                else "",
            )
            for proof in found[:FIRST]
        ],
        all_is_well=gettext("No claim and no certificate ends soon."),
        url=f"{list_of(Claim)}?validity=soon",
        count=len(found),
    )


@card(order=35)
def withheld_from_live_codes(request: HttpRequest) -> Card | None:
    """Claims that live codes do not show, and why."""
    if not request.user.has_perm("claims.view_claim"):
        return None
    found = withheld(shops.seen_by(Jar.objects.all(), request.user))
    return Card(
        title=gettext("Claims that live codes do not show"),
        icon="visibility_off",
        lines=[_withheld(item) for item in found[:FIRST]],
        all_is_well=gettext("Every claim of a live code may be shown there."),
        url=list_of(Claim),
        count=len(found),
    )


def _withheld(item: Withheld) -> CardLine:
    more = len(item.codes) - SAMPLE
    codes = ", ".join(item.codes[:SAMPLE]) + (
        ngettext(" and %(more)s more story", " and %(more)s more stories", more) % {"more": more}
        if more > 0
        else ""
    )
    return CardLine(
        text=str(item.proof), url=form_of(item.proof), note=f"{capfirst(item.reason)}: {codes}"
    )
