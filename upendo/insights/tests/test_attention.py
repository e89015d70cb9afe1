"""The card of the start page and the monthly summary name what needs attention."""

import re
from datetime import date
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core import mail

from upendo.catalogue.models import Jar, PrintRun
from upendo.catalogue.tests.desk import enter
from upendo.catalogue.tests.factories import JarFactory, RetailerFactory
from upendo.claims.models import Claim
from upendo.claims.tests.factories import ClaimFactory
from upendo.insights.models import Kind
from upendo.insights.summary import send_summaries
from upendo.insights.tests.counted import count

pytestmark = pytest.mark.django_db
FIRST = "2026-12-01T05:00Z"  # of a month, when November's summary is due
LATELY = date(2026, 11, 24)


def told(role: str = "Manager") -> tuple[str, str]:
    """Return what the card and the summary say to somebody, without lines and marks."""
    client = enter(role)
    person = User.objects.get(pk=client.session["_auth_user_id"])
    User.objects.filter(pk=person.pk).update(email="manager@example.org")
    client.post("/admin/what-is-read/")
    send_summaries()
    card = re.sub(r"<[^>]+>", " ", client.get("/admin/").content.decode())
    return " ".join(card.split()), " ".join(str(mail.outbox[-1].body).split())


def opened(number: int) -> Jar:
    """Return a code sold in the EU that was opened so often in November."""
    jar = JarFactory.create(status="live", retailer=RetailerFactory.create(market="EU"))
    count(jar, LATELY, number)
    return jar


def attached(jar: Jar, **fields: Any) -> Claim:
    claim = ClaimFactory.create(wording="Tested twice.", **fields)
    claim.batches.add(jar.batch)
    return claim


@time_machine.travel(FIRST, tick=False)
@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"status": "draft"}, "Still a draft."),
        ({"markets": ["US"]}, "Not allowed in European Union."),
        ({"valid_from": date(2027, 1, 1)}, "Valid only from 1 Jan 2027."),
        ({"valid_until": date(2026, 11, 1)}, "Expired on 1 Nov 2026."),
    ],
)
def test_a_code_with_many_visits_and_a_withheld_claim_is_named(
    fields: dict[str, Any], reason: str
) -> None:
    jar = opened(1234)
    claim = attached(jar, **fields)
    card, summary = told()
    line = f"Not shown: “Tested twice.” {reason} Code {jar} and others that tell the same story"
    assert "1,234 visits in 30 days" in card
    assert f"{line} were opened 1,234 times in 30 days." in card
    assert f"{line} were opened 1,234 times in 30 days." in summary
    assert f"/admin/claims/claim/{claim.pk}/change/" in summary


@time_machine.travel(FIRST, tick=False)
@pytest.mark.parametrize(
    ("number", "fields"), [(1234, {"markets": ["EU"]}), (12, {"status": "draft"})]
)
def test_what_is_shown_or_hardly_ever_opened_needs_nobody(
    number: int, fields: dict[str, Any]
) -> None:
    attached(opened(number), **fields)
    assert not [words for words in told() if "Not shown" in words]


@time_machine.travel(FIRST, tick=False)
def test_a_run_that_is_not_opened_and_a_page_that_most_leave_are_named() -> None:
    jar = opened(200)
    run = PrintRun.objects.create(number=9, batch=jar.batch, beekeeper=jar.beekeeper)
    PrintRun.objects.filter(pk=run.pk).update(made_at="2026-08-01T09:00Z")
    JarFactory.create(code="QUIET", status="live", batch=jar.batch, print_run=run)
    count(Jar.objects.get(code="QUIET"), date(2026, 11, 9))
    for page, seen in {"honey-type": 100, "honey-harvest": 30}.items():
        count(jar, LATELY, seen, kind=Kind.PAGE, value=page)
    for words in told():
        assert f"lot {jar.batch} Last opened on 9 Nov 2026" in words
        assert "Most stop at “The honey” 70 of 100 who saw it go no further in this part" in words
