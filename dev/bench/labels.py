"""How long it takes to make labels, how large the file is, and how much memory it takes at most.

Each kind and number is measured in a process of its own, on a database that is made for it and
dropped afterwards.
"""

import subprocess
import sys

NUMBERS = (1_000, 10_000)
KINDS = ("sheet", "svg", "zpl")


def main() -> None:
    """Print a table: processor seconds, also of the longest request, and MB of file and memory."""
    print(f"{'':8}{'labels':>8}{'CPU s':>8}{'longest':>9}{'MB file':>9}{'MB more':>9}")
    for kind in KINDS:
        for number in NUMBERS:
            subprocess.run(  # noqa: S603 - ours
                [
                    sys.executable,
                    "-m",
                    "dev.with_django",
                    "dev.bench.runs.labels",
                    kind,
                    f"{number}",
                ],
                check=True,
            )


if __name__ == "__main__":
    main()
