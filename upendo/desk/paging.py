"""Pages of lists that may be very long: what a page costs does not grow with the list."""

from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

MOST = 10_000  # rows that are counted and paged through; beyond them one searches or filters


class AtLeast(int):
    """A number of which is known only that there are more."""

    def __str__(self) -> str:
        return f"{int(self):,}+"


def counted(rows: QuerySet[Any]) -> int:
    """Return how many rows there are, up to MOST; AtLeast when there are more."""
    found = rows.order_by().values("pk")[: MOST + 1].count()
    return AtLeast(MOST) if found > MOST else found


class LongListPaginator(Paginator):  # type: ignore[type-arg]  # not generic at run time
    """Counts no further than MOST, and fetches whole rows for the asked page alone."""

    object_list: QuerySet[Any]

    @cached_property
    def count(self) -> int:
        """How many rows there are, up to MOST; AtLeast when there are more."""
        return counted(self.object_list)

    def page(self, number: int | str) -> "Page[Any]":
        """Return a page. Raises InvalidPage."""
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        # The rows before the page are passed over by their keys, without all that a row shows.
        keys = self.object_list.values_list("pk", flat=True)[first : first + self.per_page]
        return Page(self.object_list.filter(pk__in=list(keys)), number, self)
