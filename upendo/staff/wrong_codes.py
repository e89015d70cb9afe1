"""How many wrong codes of the second factor are looked at before no more are.

Whoever comes this far knows the password, and must not shut the account's owner out. So wrong
codes are counted for each network; those of all networks together close the app's six digits
alone: a hundred guesses a day find them once in ten years. Nobody guesses the forty bits of a
recovery code, so it lets the owner in at any time.
"""

from datetime import timedelta

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from upendo.staff.models import Entry
from upendo.web.throttling.networks import client_network, network

WHAT = "wrong code"  # what the log says of it, which is where they are counted
OF_A_NETWORK = 5
OF_A_NETWORK_WITHIN = timedelta(hours=1)
OF_ALL = 100
OF_ALL_WITHIN = timedelta(days=1)


def refusal(user: User, request: HttpRequest, *, has_six_digits: bool) -> str:
    """Return why a code is not looked at; empty when it is."""
    now = timezone.now()
    wrong = list(
        Entry.objects.filter(
            user=user, kind=Entry.Kind.FAILED, what=WHAT, at__gt=now - OF_ALL_WITHIN
        ).values_list("at", "address")
    )
    here = client_network(request)
    recent = now - OF_A_NETWORK_WITHIN
    if sum(at > recent and network(address or "") == here for at, address in wrong) >= OF_A_NETWORK:
        return gettext("Too many wrong codes. Wait an hour, then try again.")
    if has_six_digits and len(wrong) >= OF_ALL:
        return gettext(
            "Too many wrong codes were tried for this account today, by somebody who knows its "
            "password. Enter one of your recovery codes, then set a new password."
        )
    return ""
