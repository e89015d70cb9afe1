"""What a million visits a day cost: rows, size after two years, charts, and a reader's request.

    python -m dev.bench.visits

makes a hundred thousand codes in a database that is dropped afterwards and lets them be visited for
two years. It prints how many rows a day leaves, how large each table is, the time of each chart of
the page "What is read", and what a worker's writing takes; then, on the browser tests' database,
what beacons take beside pages. Times are processors', so that other work does not show.
"""

import subprocess
import sys

from dev.bench import beacons

CODES = 100_000


def main() -> None:
    """Print all of it."""
    command = [sys.executable, "-m", "dev.with_django", "dev.bench.runs.visits", str(CODES)]
    if subprocess.run(command, check=False).returncode:  # noqa: S603 - ours
        raise SystemExit("Something failed; the messages above say what.")
    beacons.main()


if __name__ == "__main__":
    main()
