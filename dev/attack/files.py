"""Uploads a thousand hostile files: pictures, outlines, tables and evidence.

python -m dev.attack.files [--count 1000]. Prints a table; ends with 1 if a file hung for ten
seconds of a processor, took 300 MB with the process around it, stopped its worker, was refused
without a sentence or was stored unusable.
"""

import argparse
import json
import select
import subprocess
import sys
from collections import defaultdict
from typing import Any

MOST_SECONDS, MOST_MEGABYTES = 10, 300
PATIENCE = 90  # seconds on the wall; a machine may be busy


class Worker:
    """A process that uploads files; a new one takes the place of one that stopped."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "dev.attack._file_worker"]
        self.process = subprocess.Popen(  # noqa: S603 - our own module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        if self.process.stdin is None or self.process.stdout is None:
            raise RuntimeError("A worker has no pipes.")
        self._numbers, self._answers = self.process.stdin, self.process.stdout
        self._answer(10 * PATIENCE)

    def upload(self, number: int) -> dict[str, Any]:
        """Return what became of a file. Raises TimeoutError and EOFError."""
        self._numbers.write(f"{number}\n")
        self._numbers.flush()
        answer: dict[str, Any] = self._answer(PATIENCE)
        return answer

    def stop(self) -> None:
        """End it, at once if it does not listen."""
        self._numbers.close()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _answer(self, patience: float) -> Any:
        if not select.select([self._answers], [], [], patience)[0]:
            self.process.kill()
            raise TimeoutError
        if not (line := self._answers.readline()):
            raise EOFError
        return json.loads(line)


def main() -> int:
    """Upload all, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    count = parser.parse_args().count
    worker, results = Worker(), []
    for number in range(count):
        try:
            results.append(worker.upload(number))
        except (TimeoutError, EOFError, BrokenPipeError) as error:
            results.append({"field": "?", "kind": f"number {number}", "outcome": repr(error)})
            worker = Worker()
    worker.stop()
    return _print(results)


def _print(results: list[dict[str, Any]]) -> int:
    kinds: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for result in results:
        kinds[result["field"], result["kind"]].append(result)
    print(f"{'files':<40}{'tried':>7}{'kept':>6}{'refused':>9}{'s':>7}{'MB':>6}{'lost':>6}")
    lost = 0
    for (field, kind), tried in sorted(kinds.items()):
        outcomes = [result["outcome"] for result in tried]
        bad = [result for result in tried if _is_lost(result)]
        lost += len(bad)
        seconds = max(result.get("seconds", 0) for result in tried)
        megabytes = max(result.get("megabytes", 0) for result in tried)
        print(
            f"{f'{field}: {kind}':<40}{len(tried):>7}{outcomes.count('accepted'):>6}"
            f"{outcomes.count('refused'):>9}{seconds:>7.1f}{megabytes:>6.0f}{len(bad):>6}"
        )
        for result in bad[:3]:
            print("   ", result)
    print(f"{'all':<40}{len(results):>7}{'':>28}{lost:>6}")
    return 1 if lost else 0


def _is_lost(result: dict[str, Any]) -> bool:
    return (
        result["outcome"] not in ("accepted", "refused")
        or result["seconds"] > MOST_SECONDS
        or result["megabytes"] > MOST_MEGABYTES
    )


if __name__ == "__main__":
    sys.exit(main())
