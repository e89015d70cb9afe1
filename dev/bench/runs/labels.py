"""Measures the making of one file of labels; dev.bench.labels runs it.

python -m dev.with_django dev.bench.runs.labels KIND NUMBER, where KIND is sheet, svg, eps, pdf, png
or zpl.
"""

import sys
import time
from datetime import date
from pathlib import Path

from django.db import connection

from upendo.catalogue.models import Batch, Beekeeper, Forest, Honey, PrintRun
from upendo.labels.make_codes import make_codes
from upendo.labels.make_labels import content, go_on
from upendo.labels.models import LabelFile
from upendo.labels.order_labels import jars_of, order_labels
from upendo.labels.printing.sheets import SHEETS, roll
from upendo.labels.wishes import Wishes


def main() -> None:
    """Print one line. Raises SystemExit when the file is refused."""
    kind, number = sys.argv[1], int(sys.argv[2])
    old_name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        _measure(kind, _run(number))
    finally:
        connection.creation.destroy_test_db(old_name, verbosity=0)


def _run(number: int) -> PrintRun:
    honey = Honey.objects.create(
        name="Honey", tasting_note="", description="", season="", harvest=""
    )
    forest = Forest.objects.create(title="Forest", region="", description="")
    day = date(2026, 6, 1)
    batch = Batch.objects.create(
        lot="L1", honey=honey, forest=forest, harvested_from=day, harvested_to=day
    )
    beekeeper = Beekeeper.objects.create(name="Neema Juma", village="", bio="")
    run = PrintRun(number=number, batch=batch, beekeeper=beekeeper)
    make_codes(print_run=run)
    return run


def _measure(kind: str, run: PrintRun) -> None:
    Path("/proc/self/clear_refs").write_text("5")  # Linux forgets the peak so far
    before, started = _memory("VmRSS"), time.process_time()
    wishes = Wishes(kind=kind, sheet=roll(60, 40) if kind == "zpl" else SHEETS[0])
    file = LabelFile(print_run=run)
    order_labels(file=file, jars=jars_of(run), wishes=wishes)
    longest = 0.0
    while not file.is_ready:
        step = time.process_time()
        file = go_on(file.pk)
        longest = max(longest, time.process_time() - step)
        if file.refusal:
            raise SystemExit(file.refusal)
    size = sum(len(chunk) for chunk in content(file)) / 1e6
    seconds, more = time.process_time() - started, _memory("VmHWM") - before
    line = f"{kind:8}{run.number:8,}{seconds:8.1f}{longest:9.2f}{size:9.1f}{more:9.1f}"
    print(line, flush=True)


def _memory(line: str) -> float:
    """Return a value of /proc/self/status in MB: VmRSS is the memory now, VmHWM its peak."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition(f"{line}:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
