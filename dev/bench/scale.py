"""What the desk costs at more and more codes: pages, searches, forms, long actions, tables.

    python -m dev.bench.scale 1000000

makes 1,000, 100,000 and 1,000,000 codes, each in a database of its own that is dropped afterwards,
and prints queries, seconds and the peak of memory above the start for each step. A smaller number
leaves the larger ones out. The seconds are those of this process and of PostgreSQL together, on
whatever else the machine does.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

SCALES = (1_000, 100_000, 1_000_000)


def main() -> None:
    """Print the table."""
    most = int(sys.argv[1])
    scales = [*(scale for scale in SCALES if scale < most), most]
    measured = [list(_at(scale)) for scale in scales]
    print(f"{'':34}" + "".join(f"{f'{scale:,} codes':>27}" for scale in scales))
    print(f"{'':34}" + f"{'queries':>9}{'seconds':>9}{'MB':>9}" * len(scales))
    for rows in zip(*measured, strict=True):
        print(f"{rows[0]['name'][:33]:34}" + "".join(_figures(row) for row in rows))


def _at(scale: int) -> Iterator[dict[str, Any]]:
    """Yield the steps at one scale as they are done, each said at once."""
    command = [sys.executable, "-m", "dev.with_django", "dev.bench.runs.scale", str(scale)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as steps:  # noqa: S603 - ours
        for line in steps.stdout or ():
            row = json.loads(line)
            print(f"{scale:,}: {row['name']}{_figures(row)}", file=sys.stderr, flush=True)
            yield row
    if steps.returncode:
        raise SystemExit(f"At {scale:,} codes something failed; the messages above say what.")


def _figures(row: dict[str, Any]) -> str:
    if "size" in row:
        return f"{'':18}{row['size']:9.2f}"
    return f"{row['queries']:9,}{row['seconds']:9.2f}{row['megabytes']:9.1f}"


if __name__ == "__main__":
    main()
