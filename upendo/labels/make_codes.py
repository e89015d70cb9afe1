"""Makes the codes of a print run, and discards them as long as none is printed."""

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from upendo.catalogue import codes
from upendo.catalogue.models import Jar, PrintRun
from upendo.editing.bulk import keep_states
from upendo.editing.models import Draft

CODES_A_QUERY = 1000
# What the codes of an order have in common.
STORY = ("batch_id", "beekeeper_id", "retailer_id", "net_weight_grams")


@transaction.atomic
def make_codes(*, print_run: PrintRun) -> None:
    """Save a print run with all its codes, as drafts, or nothing."""
    print_run.save()
    story: dict[str, Any] = {field: getattr(print_run, field) for field in STORY}
    Jar.objects.bulk_create(
        (
            Jar(code=code, print_run=print_run, **story)
            for code in sorted(unused_codes(print_run.number))
        ),
        batch_size=CODES_A_QUERY,
    )


@transaction.atomic
def keep_together(jars: Sequence[Jar], author: User | None) -> PrintRun:
    """Save new codes as a print run of their own, and return it. Those without a text get one.

    At least one and at most MOST_CODES.
    """
    without_code = [jar for jar in jars if not jar.code]
    for jar, code in zip(without_code, unused_codes(len(without_code)), strict=True):
        jar.code = code
    run = PrintRun(number=len(jars), made_by=author)
    for field in STORY:
        values = {getattr(jar, field) for jar in jars}
        setattr(run, field, values.pop() if len(values) == 1 else None)
    run.save()
    for jar in jars:
        jar.print_run = run
    Jar.objects.bulk_create(jars, batch_size=CODES_A_QUERY)
    return run


@transaction.atomic
def discard_codes(*, print_run: PrintRun, author: User) -> None:
    """Delete a print run with all its codes, which are drafts; the database refuses others."""
    keys = list(print_run.jars.order_by().values_list("pk", flat=True))
    keep_states(Jar, keys, author, kind="-")
    kind = ContentType.objects.get_for_model(Jar)
    Draft.objects.filter(content_type=kind, object_id__in=keys).delete()
    jars = Jar.objects.filter(pk__in=keys)
    jars._raw_delete(jars.db)
    print_run.delete()


def unused_codes(number: int) -> set[str]:
    """Return new random codes that no jar has yet."""
    found: set[str] = set()
    while len(found) < number:
        fresh = {codes.generate() for _ in range(min(number - len(found), CODES_A_QUERY))}
        found |= fresh - set(Jar.objects.filter(code__in=fresh).values_list("code", flat=True))
    return found
