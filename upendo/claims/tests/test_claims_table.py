"""Every market, status and validity of a claim, and what the reader gets: docs/claims.md.

`make docs` writes the document out of this test; otherwise the test compares the two.
"""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
import time_machine
from django.test import Client

from upendo.catalogue.models import Jar, Market
from upendo.catalogue.tests.factories import BatchFactory, JarFactory, RetailerFactory
from upendo.claims.models import Claim
from upendo.claims.tests.factories import ClaimFactory
from upendo.story.schema import Story

DOCUMENT = Path("docs/claims.md")
TODAY = date(2026, 11, 25)
DAY = timedelta(days=1)
VALIDITIES: dict[str, dict[str, date]] = {
    "not yet": {"valid_from": TODAY + DAY},
    "valid": {"valid_from": TODAY, "valid_until": TODAY},
    "expired": {"valid_until": TODAY - DAY},
    "no dates": {},
}
CELLS = list(product(Claim.Status, VALIDITIES))
INTRODUCTION = """\
# What readers are told, market by market

A claim is told only when its evidence is in our hands, its time has come and is not over, and the
jar's market allows it. The market is that of the shop that sells the jar. Without one the strictest
rules hold, and for PUREJOY too, which everybody meets: every market must allow the claim.

What is absent is absent from the story document, and with it from the API, all pages, the
share pictures and the data for search engines. `make docs` writes this page out of the test that
proves it in each market, as on 25 November 2026.
"""


def markets_around(market: Market | None) -> dict[str, list[Market]]:
    """Return for each column of a market's table where its claims are allowed."""
    here = market or Market.EU
    return {
        "Allowed everywhere": list(Market),
        "Allowed here only" if market else "Allowed in one market": [here],
        "Allowed everywhere else" if market else "Allowed in all but one": [
            other for other in Market if other != here
        ],
    }


def told_in(client: Client, jar: Jar) -> set[str]:
    """Return the wordings that the readers of a jar get."""
    story: Story = client.get(f"/api/v1/stories/{jar.code}/").json()
    return {claim["wording"] for claim in story["claims"]}


def table(client: Client, jar: Jar, market: Market | None) -> Iterator[str]:
    """Yield the lines of a market's table, each cell out of the API's answer."""
    columns = markets_around(market)
    claims = {
        (status, validity, column): ClaimFactory.create(
            status=status, verifier="A laboratory", markets=markets, **VALIDITIES[validity]
        )
        for (status, validity), (column, markets) in product(CELLS, columns.items())
    }
    for claim in claims.values():
        claim.batches.add(jar.batch)
    told = told_in(client, jar)
    yield f"| Status | Validity | {' | '.join(columns)} |"
    yield "|---|---|---|---|---|"
    for status, validity in CELLS:
        cells = []
        for column in columns:
            claim = claims[status, validity, column]
            reason = claim.why_withheld(market, TODAY)
            assert (claim.wording in told) == (reason == ""), "the model and the document differ"
            cells.append(f"absent: {reason}" if reason else "**told**")
        yield f"| {status.label} | {validity} | {' | '.join(cells)} |"


def tables(client: Client) -> dict[Market | None, str]:
    """Return the table of each market, and of a jar without one."""
    batch = BatchFactory.create()
    found: dict[Market | None, str] = {}
    for market in (None, *Market):
        retailer = RetailerFactory.create(market=market) if market else None
        jar = JarFactory.create(retailer=retailer, batch=batch)
        found[market] = "\n".join(table(client, jar, market))
    return found


@pytest.mark.django_db
@time_machine.travel(TODAY, tick=False)
def test_the_document_says_what_readers_get(client: Client) -> None:
    found = tables(client)
    without = found.pop(None)
    # All markets are alike but for their names.
    [in_a_market] = {
        text.replace(str(market.label), "the jar's market")
        for market, text in found.items()
        if market
    }
    sections = {
        "A shop with a market": in_a_market,
        "No market, and PUREJOY": without,
    }
    written = [f"## {heading}\n\n{text}\n" for heading, text in sections.items()]
    document = "\n".join([INTRODUCTION, *written])
    if os.environ.get("WRITE_DOCS"):
        DOCUMENT.write_text(document)
    assert DOCUMENT.read_text() == document, "run `make docs`"


@pytest.mark.django_db
@time_machine.travel(TODAY, tick=False)
def test_the_default_code_is_as_strict_as_no_market(client: Client) -> None:
    jar = JarFactory.create(code="PUREJOY", retailer=RetailerFactory.create(market="US"))
    ClaimFactory.create(wording="Everywhere.").batches.add(jar.batch)
    ClaimFactory.create(wording="Here.", markets=["US"]).batches.add(jar.batch)
    assert told_in(client, jar) == {"Everywhere."}
