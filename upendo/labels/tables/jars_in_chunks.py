"""Which codes the rows of a file are about."""

import re
from collections.abc import Iterator
from itertools import batched
from typing import Any

from django.db.models import Q
from import_export.instance_loaders import BaseInstanceLoader

from upendo.catalogue import codes
from upendo.catalogue.models import Jar
from upendo.labels.tables.spreadsheets import Table

ROWS_A_QUERY = 500


class JarsInChunks(BaseInstanceLoader):  # type: ignore[misc]  # the library ships no types
    """Looks up the codes of some hundred rows at a time, a little ahead of the import."""

    def __init__(self, resource: Any, dataset: Table) -> None:
        super().__init__(resource, dataset)
        self.owners: dict[str, int] = {}  # the primary keys behind codes that these rows name
        self._jars: dict[str, Jar] = {}
        self._chunks = self._in_chunks()
        self._last_line = 0

    def get_instance(self, row: dict[str, Any]) -> Jar | None:
        while row["line"] > self._last_line:
            self._last_line, found = next(self._chunks)
            self._jars = {str(jar.pk): jar for jar in found}
            self.owners = {jar.code: jar.pk for jar in found}
        return self._jars.get(row.get("id", ""))

    def _in_chunks(self) -> Iterator[tuple[int, list[Jar]]]:
        for chunk in batched(self.dataset, ROWS_A_QUERY, strict=False):
            rows = [dict(zip(self.dataset.headers, cells, strict=True)) for cells in chunk]
            ids = [row["id"] for row in rows if re.fullmatch(r"\d{1,18}", row.get("id", ""))]
            typed = [codes.normalise(row.get("code", "")) for row in rows]
            yield rows[-1]["line"], list(Jar.objects.filter(Q(pk__in=ids) | Q(code__in=typed)))
