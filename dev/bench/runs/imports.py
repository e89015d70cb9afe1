"""Measures the check, the import and the export of one table of codes; dev.bench.imports runs it.

python -m dev.with_django dev.bench.runs.imports KIND ROWS, where KIND is csv or xlsx.
"""

import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from django.db import connection

from upendo.catalogue.models import Batch, Beekeeper, Forest, Honey, ImportFile, Jar
from upendo.desk.tables.csv_lines import csv_lines
from upendo.desk.tables.downloads import download
from upendo.desk.tables.xlsx import xlsx_pieces
from upendo.labels.tables.exports import table_of
from upendo.labels.tables.imports import go_on, want

COLUMNS = ["batch", "beekeeper", "net weight g"]
LONGEST = 600  # seconds


def main() -> None:
    """Print one line for each of the three steps. Raises SystemExit when a table has errors."""
    kind, rows = sys.argv[1], int(sys.argv[2])
    old_name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        _fill()
        content = _file(kind, rows)
        file = ImportFile.objects.create(content=content)
        _measure(f"check {kind}", rows, lambda: go_on(file.key, LONGEST))
        want(file.key, None)
        _measure(f"import {kind}", rows, lambda: go_on(file.key, LONGEST))
        if not ImportFile.objects.filter(pk=file.pk, imported_at__isnull=False).exists():
            raise SystemExit(ImportFile.objects.get(pk=file.pk).report)
        _measure(f"export {kind}", rows, lambda: _export(kind))
    finally:
        connection.creation.destroy_test_db(old_name, verbosity=0)


def _fill() -> None:
    honey = Honey.objects.create(
        name="Honey", tasting_note="", description="", season="", harvest=""
    )
    forest = Forest.objects.create(title="Forest", region="", description="")
    day = date(2026, 6, 1)
    Batch.objects.create(lot="L1", honey=honey, forest=forest, harvested_from=day, harvested_to=day)
    Beekeeper.objects.create(name="Neema Juma", village="", bio="")


def _file(kind: str, rows: int) -> bytes:
    cells: Iterator[list[str | int | None]] = (["L1", "Neema Juma", 500] for _ in range(rows))
    if kind == "csv":
        return "".join(csv_lines(COLUMNS, cells)).encode()
    return b"".join(xlsx_pieces(COLUMNS, cells))


def _export(kind: str) -> None:
    for _ in download(*table_of(Jar.objects.all()), "codes", kind):
        pass


def _measure(name: str, rows: int, work: Callable[[], None]) -> None:
    Path("/proc/self/clear_refs").write_text("5")  # Linux forgets the peak so far
    before, started = _memory("VmRSS"), time.monotonic()
    work()
    seconds = time.monotonic() - started
    more = _memory("VmHWM") - before
    print(f"{name:14}{rows:8,}{seconds:10.1f}{rows / seconds:10,.0f}{more:10.1f}", flush=True)


def _memory(line: str) -> float:
    """Return a value of /proc/self/status in MB: VmRSS is the memory now, VmHWM its peak."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition(f"{line}:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
