"""How long it takes to check, import and export codes, and how much memory at most.

Each kind and size of file is measured in a process of its own, on a database that is made for it
and dropped afterwards.
"""

import subprocess
import sys

SIZES = (1_000, 10_000)


def main() -> None:
    """Print a table: step, rows, seconds, rows a second, peak memory above the start in MB."""
    print(f"{'':14}{'rows':>8}{'seconds':>10}{'rows/s':>10}{'MB more':>10}")
    for kind in ("csv", "xlsx"):
        for rows in SIZES:
            command = [
                sys.executable,
                "-m",
                "dev.with_django",
                "dev.bench.runs.imports",
                kind,
                str(rows),
            ]
            subprocess.run(command, check=True)  # noqa: S603 - ours


if __name__ == "__main__":
    main()
