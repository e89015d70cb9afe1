"""How long it takes to check, import and export codes, and how much memory at most.

Each measurement runs in a process of its own on a database of its own, which is dropped again.
"""

import subprocess
import sys

SIZES = (1_000, 10_000)


def main() -> int:
    """Print a table: what, rows, seconds, rows per second, peak memory above the start."""
    print(f"{'':14}{'rows':>8}{'seconds':>10}{'rows/s':>10}{'MB more':>10}")
    for kind in ("csv", "xlsx"):
        for rows in SIZES:
            command = [sys.executable, "-m", "dev.bench_import_once", kind, str(rows)]
            subprocess.run(command, check=True)  # noqa: S603 - ours
    return 0


if __name__ == "__main__":
    sys.exit(main())
