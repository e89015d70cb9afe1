"""Codes as rows of a table."""

from collections.abc import Iterator

from django.db.models import QuerySet

from upendo.catalogue.models import Jar
from upendo.labels.tables.columns import jar_columns
from upendo.labels.tables.spreadsheets import Cell

JARS_A_QUERY = 500


def table_of(jars: QuerySet[Jar]) -> tuple[list[str], Iterator[list[Cell]]]:
    """Return the headings of a table of these codes, and its rows, some hundred read at a time."""
    columns = jar_columns()
    found = jars.values_list(*(column.attribute for column in columns))
    rows = (
        [column.cell(value) for column, value in zip(columns, values, strict=True)]
        for values in found.iterator(chunk_size=JARS_A_QUERY)
    )
    return [column.heading for column in columns], rows
