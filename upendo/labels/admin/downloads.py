"""Codes as files to download: sent while they are made, whatever their number."""

from collections.abc import Iterable, Iterator
from itertools import batched

from django.db.models import QuerySet
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify

from upendo.catalogue.models import Jar
from upendo.labels.tables.csv_files import csv_lines
from upendo.labels.tables.exports import table_of
from upendo.labels.tables.xlsx import ROWS_A_PIECE, xlsx_pieces

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"


def download(jars: QuerySet[Jar], name: str, kind: str) -> StreamingHttpResponse:
    """Return these codes as a file of this kind, ``csv`` or ``xlsx``, named after the day too."""
    headings, rows = table_of(jars)
    filename = f"{slugify(name)}-{timezone.localdate()}.{kind}"
    is_xlsx = kind == "xlsx"
    return StreamingHttpResponse(
        xlsx_pieces(headings, rows) if is_xlsx else _together(csv_lines(headings, rows)),
        content_type=XLSX if is_xlsx else CSV,
        headers={"Content-Disposition": f'attachment; filename="{filename}"'},
    )


def _together(lines: Iterable[str]) -> Iterator[str]:
    return ("".join(some) for some in batched(lines, ROWS_A_PIECE, strict=False))
