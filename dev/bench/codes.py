"""Codes for benchmarks, live, in the database of the browser tests."""

import os
from copy import copy
from itertools import cycle, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from upendo.catalogue.models import Batch


def make_codes(number: int, *, letter: str, stories: int = 1) -> list[str]:
    """Make so many live codes, which tell so many different stories by turns, and return them.

    They begin with this letter. The environment must name the database.
    """
    import django  # noqa: PLC0415 - no Django before its environment is set

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upendo.settings")
    django.setup()
    from upendo.catalogue.models import Batch, Jar  # noqa: PLC0415 - likewise

    like = Jar.objects.with_story().get(code="MSTUK47W")  # one of the demonstration
    batches = [like.batch, *(_copy(like.batch, f"{letter}{n}") for n in range(1, stories))]
    Batch.objects.bulk_create(batch for batch in batches if batch.pk is None)
    codes = [f"{letter}{n:07}" for n in range(number)]
    Jar.objects.bulk_create(
        Jar(
            code=code,
            batch=batch,
            beekeeper=like.beekeeper,
            retailer=like.retailer,
            status=Jar.Status.LIVE,
        )
        for code, batch in zip(codes, islice(cycle(batches), number), strict=True)
    )
    return codes


def _copy(batch: "Batch", lot: str) -> "Batch":
    """Return another batch of the same honey, not yet saved."""
    batch = copy(batch)
    batch.pk, batch.lot, batch._state.adding = None, lot, True
    return batch
