"""Codes as rows of a table."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from upendo.catalogue.models import Jar
from upendo.desk.tables.xlsx import Cell
from upendo.labels.tables.columns import jar_columns

JARS_A_QUERY = 2000


def table_of(jars: QuerySet[Jar]) -> tuple[list[str], Iterator[list[Cell]]]:
    """Return the headings of a table of these codes, and its rows, some read at a time.

    The oldest come first. No transaction stays open while somebody slowly takes them.
    """
    columns = jar_columns()
    rows = (
        [column.cell(value) for column, value in zip(columns, values, strict=True)]
        for values in _values(jars, [column.attribute for column in columns])
    )
    return [column.heading for column in columns], rows


def _values(jars: QuerySet[Jar], attributes: list[str]) -> Iterator[Sequence[Any]]:
    ordered = jars.order_by("pk").values_list("pk", *attributes)
    found: list[tuple[Any, ...]] = list(ordered[:JARS_A_QUERY])
    while found:
        yield from (values for _, *values in found)
        found = list(ordered.filter(pk__gt=found[-1][0])[:JARS_A_QUERY])
