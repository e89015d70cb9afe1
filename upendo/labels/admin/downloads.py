"""Codes as files to download."""

import tempfile

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify

from upendo.catalogue.models import Jar
from upendo.labels.tables.exports import table_of
from upendo.labels.tables.spreadsheets import csv_lines, write_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(jars: QuerySet[Jar], name: str, kind: str) -> HttpResponseBase:
    """Return these codes as a file of this kind, ``csv`` or ``xlsx``, named after the day too."""
    headings, rows = table_of(jars)
    filename = f"{slugify(name)}-{timezone.localdate()}.{kind}"
    if kind == "xlsx":
        file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
        write_xlsx(file, headings, rows)
        file.seek(0)
        return FileResponse(file, as_attachment=True, filename=filename, content_type=XLSX)
    return StreamingHttpResponse(
        csv_lines(headings, rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{filename}"'},
    )
