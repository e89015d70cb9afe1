"""Tables to download: sent while their rows are read, whatever their number."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched

from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify

from upendo.desk.tables.csv_lines import csv_lines
from upendo.desk.tables.xlsx import ROWS_A_PIECE, Cell, xlsx_pieces

KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def download(
    headings: Sequence[str], rows: Iterable[Sequence[Cell]], name: str, kind: str
) -> StreamingHttpResponse:
    """Return a table as a file of a kind of KINDS, named after the day too."""
    filename = f"{slugify(name)}-{timezone.localdate()}.{kind}"
    return StreamingHttpResponse(
        xlsx_pieces(headings, rows) if kind == "xlsx" else _together(csv_lines(headings, rows)),
        content_type=KINDS[kind],
        headers={"Content-Disposition": f'attachment; filename="{filename}"'},
    )


def _together(lines: Iterable[str]) -> Iterator[str]:
    return ("".join(some) for some in batched(lines, ROWS_A_PIECE, strict=False))
