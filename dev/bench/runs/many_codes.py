"""Fills an empty database with codes by the million, as years of printing would have made them.

Half of the codes come from print runs of 10,000, half from runs of 250. The rest of the catalogue
grows with them, slowly: a batch for 5,000 codes, a letter for 100.
"""

from datetime import date, timedelta
from itertools import cycle

from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from upendo.catalogue.models import (
    Batch,
    Beekeeper,
    Consent,
    Footprint,
    Forest,
    Honey,
    Jar,
    Market,
    Picture,
    PrintRun,
    Retailer,
)
from upendo.catalogue.models.print_run import MOST_CODES
from upendo.claims.models import Claim
from upendo.editing.models import Draft

SMALL_RUN = 250
DAY = date(2026, 6, 1)
# A sentence to which a wording rule objects: it warns, so that the text may be saved.
SUSPECT = "Harvested the green way."

# Codes of 8 characters, all different: the multiplier is a prime, so it shuffles what it counts.
CODES = """
INSERT INTO catalogue_jar
    (code, batch_id, beekeeper_id, retailer_id, net_weight_grams, status, print_run_id, updated_at)
SELECT
    (SELECT string_agg(substr('23456789ABCDEFGHJKMNPQRSTUVWXYZ', (n / power % 31 + 1)::int, 1), '')
        FROM (VALUES (1), (31), (961), (29791), (923521), (28629151), (887503681), (27512614111))
        powers (power)),
    batch_id, beekeeper_id, retailer_id, net_weight_grams,
    CASE WHEN id % 10 = 1 THEN 'draft' WHEN id % 10 = 2 THEN 'retired' ELSE 'live' END, id, now()
FROM (
    SELECT run.*, (row_number() OVER () * 982451653) % (31::bigint ^ 8)::bigint AS n
    FROM catalogue_printrun run, generate_series(1, run.number)
) numbered
"""
HISTORY = """
INSERT INTO catalogue_historicaljar
    (id, updated_at, code, net_weight_grams, status, batch_id, beekeeper_id, retailer_id,
     print_run_id, history_date, history_type, history_change_reason)
SELECT id, now(), code, net_weight_grams, step, batch_id, beekeeper_id, retailer_id,
    print_run_id, now(), '~', ''
FROM catalogue_jar JOIN (VALUES ('live'), ('retired')) steps (step)
    ON status = step OR (status = 'retired' AND step = 'live')
"""
LETTERS = """
INSERT INTO inbox_letter
    (token, jar_id, beekeeper_id, reader_name, email, consent_version, consent_text, status,
     spam_reasons, notes, created_at, active_at)
SELECT id::text, id, beekeeper_id, 'Ann', 'ann@example.org', '1', 'Yes.',
    CASE WHEN id % 1000 = 0 THEN 'new' ELSE 'answered' END, '', '', now(), now()
FROM catalogue_jar WHERE id % 100 = 0 AND status <> 'draft'
"""


def fill(codes: int) -> None:
    """Make so many codes, at least 500, with all that a real catalogue has around them."""
    batches = _catalogue(codes)
    _print_runs(codes, batches)
    with connection.cursor() as cursor:
        cursor.execute(CODES)
        cursor.execute(HISTORY)
        cursor.execute(LETTERS)
        _claims()
        _drafts(codes)
        # As autovacuum would have done by now.
        cursor.execute("VACUUM ANALYZE")


def _catalogue(codes: int) -> list[Batch]:
    pictures = Picture.objects.bulk_create(
        Picture(alt=f"Picture {n}", image=f"pictures/{n}/original.jpg", folder=f"pictures/{n}",
                width=1600, height=1200)
        for n in range(100 + codes // 500)
    )  # fmt: skip
    # Most pictures of a library stand nowhere yet.
    used = cycle(pictures[:60])
    forests = Forest.objects.bulk_create(
        Forest(title=f"Forest {n}", region="Katavi", description="Woodland.", photo=next(used))
        for n in range(6)
    )
    honeys = Honey.objects.bulk_create(
        Honey(name=f"Honey {n}", tasting_note="Caramel.", description=SUSPECT, season="May",
              harvest="By rope.", jar_photo=next(used))
        for n in range(12)
    )  # fmt: skip
    for honey in honeys:
        footprint = Footprint.objects.create(
            honey=honey, method="Study", boundary="Transport", year=2025, source="A study"
        )
        footprint.stages.create(label="Transport", grams_per_kg=900)
    beekeepers = Beekeeper.objects.bulk_create(
        Beekeeper(name=f"Beekeeper {n}", village=f"Village {n % 9}", bio="Bees. " * 200,
                  portrait=next(used))
        for n in range(30 + codes // 5000)
    )  # fmt: skip
    Consent.objects.bulk_create(
        Consent(beekeeper=person, subject=subject, given_on=DAY, record="Signed.")
        for person in beekeepers
        for subject in Consent.Subject
    )
    Retailer.objects.bulk_create(
        Retailer(name=f"Shop {n}", market=market, logo=next(used))
        for n, market in zip(range(10 + codes // 20_000), cycle(Market), strict=False)
    )
    return Batch.objects.bulk_create(
        Batch(lot=f"LOT-{n}", honey=honeys[n % len(honeys)], forest=forests[n % len(forests)],
              harvested_from=DAY, harvested_to=DAY)
        for n in range(5 + codes // 5000)
    )  # fmt: skip


def _print_runs(codes: int, batches: list[Batch]) -> None:
    large = min(MOST_CODES, codes // 4)
    sizes = [large] * (codes // 2 // large)
    sizes += [SMALL_RUN] * ((codes - sum(sizes)) // SMALL_RUN)
    shops, people = [*Retailer.objects.all(), None], list(Beekeeper.objects.all())
    # Two beekeepers and two shops share a batch.
    PrintRun.objects.bulk_create(
        PrintRun(number=size, batch=batch, beekeeper=people[(n * 2 + second) % len(people)],
                 retailer=shops[(n + second) % len(shops)])
        for size, (n, batch, second) in zip(sizes, cycle(
            (n, batch, second) for second in (0, 1) for n, batch in enumerate(batches)
        ), strict=False)
    )  # fmt: skip


def _claims() -> None:
    """One claim of each honey has expired, another is not allowed everywhere."""
    today = timezone.localdate()
    for honey in Honey.objects.all():
        for markets, until in (
            (list(Market), today - timedelta(days=1)),
            ([Market.US, Market.UK], None),
        ):
            claim = Claim.objects.create(
                wording=f"Harvested by {honey}", kind="origin", scope="All", status="evidenced",
                evidence_title="A report", evidence_url="https://example.org", markets=markets,
                valid_until=until,
            )  # fmt: skip
            claim.honeys.add(honey)


def _drafts(codes: int) -> None:
    user = User.objects.create_superuser("bench")
    living = Jar.objects.filter(status=Jar.Status.LIVE)
    edited: list[Beekeeper | Jar] = [
        *Beekeeper.objects.all()[:20],
        *living.order_by("pk")[: codes // 10_000],
    ]
    for record in edited:
        key = f"{record._meta.label_lower}:{record.pk}"
        changed = (
            {"bio": "Other bees."} if isinstance(record, Beekeeper) else {"net_weight_grams": 9}
        )
        Draft.objects.create(record=record, changed={key: changed}, author=user)
