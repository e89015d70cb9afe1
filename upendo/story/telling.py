"""What a code's story depends on: codes that are alike in all of this have the same story."""

import time
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from django.db import connection

from upendo.catalogue.markets import Market, sold_in
from upendo.catalogue.models import Jar
from upendo.story.asking import NO_ANSWER, asking, is_fresh
from upendo.web.answers.kept import Kept

_CODE = "code"  # its place in the query; no code is in lower case
MOST = 8 * 2**20  # bytes, about 20,000 codes; they outlive a database that does not answer


class Telling(NamedTuple):
    """All of a jar that its story depends on, but for the code itself and the day."""

    batch: int
    beekeeper: int
    retailer: int | None
    grams: int
    status: str
    market: Market | None  # whose rules hold; None: the strictest
    length: int  # of the code, since finished bytes have room for one of this length

    @property
    def columns(self) -> dict[str, int | str | None]:
        """The jar's columns, for a filter."""
        return {
            "batch": self.batch,
            "beekeeper": self.beekeeper,
            "retailer": self.retailer,
            "net_weight_grams": self.grams,
            "status": self.status,
        }


@dataclass(frozen=True, slots=True)
class _Known:
    telling: Telling
    asked_at: float


_known: Kept[str, _Known] = Kept("codes", MOST)


def telling_of(code: str) -> Telling | None:
    """Return what a code's story depends on; None when no printed jar carries it.

    While the database does not answer, what was known last. Raises one of NO_ANSWER when nothing
    was.
    """
    known = _known.get(code)
    if known and is_fresh(known.asked_at):
        return known.telling
    now = time.monotonic()
    try:
        with asking(impatiently=known is not None):
            telling = _look_up(code)
    except NO_ANSWER:
        if known is None:
            raise
        telling = known.telling
    if telling is None:
        _known.drop(code)
    else:
        _known.put(code, _Known(telling, now))
    return telling


def forget_telling(code: str) -> None:
    """Look a code up again when it is asked for."""
    _known.drop(code)


def _look_up(code: str) -> Telling | None:
    question, values = _question()
    with connection.cursor() as cursor:
        cursor.execute(question, [code if value == _CODE else value for value in values])
        row = cursor.fetchone()
    if row is None:
        return None
    batch, beekeeper, retailer, grams, status, market = row
    return Telling(batch, beekeeper, retailer, grams, status, sold_in(code, market), len(code))


@cache
def _question() -> tuple[str, tuple[str, ...]]:
    """Return the query and its values, written once: that takes longer than the answer."""
    columns = ("batch", "beekeeper", "retailer", "net_weight_grams", "status", "retailer__market")
    jars = Jar.objects.printed().filter(code=_CODE).order_by().values_list(*columns)
    question, values = jars.query.sql_with_params()
    return question, values
