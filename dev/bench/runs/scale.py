"""Measures the desk at one number of codes; dev.bench.scale runs it.

python -m dev.with_django dev.bench.runs.scale CODES prints one line of JSON for each page and
action: its name, queries, seconds, the peak of memory above the start in MB, the seconds until the
first bytes.
"""

import json
import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.db import connection
from django.test.utils import setup_test_environment

from dev.bench.runs.many_codes import fill


@dataclass(frozen=True)
class Cost:
    """What a page or an action took."""

    name: str
    queries: int
    seconds: float
    megabytes: float
    first_bytes: float | None = None  # seconds


def main() -> None:
    """Fill a database that is dropped afterwards, and print what each step took."""
    from dev.bench.runs.desk_steps import steps  # noqa: PLC0415 - knows the database's rows

    setup_test_environment()  # answers say what their pages were drawn with
    logging.disable(logging.INFO)
    # Not the database of tests, which may run meanwhile.
    connection.settings_dict["TEST"]["NAME"] = f"upendo_scale_{sys.argv[1]}"
    old_name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        fill(int(sys.argv[1]))
        print(json.dumps({"name": "kB a code", "size": kilobytes() / int(sys.argv[1])}), flush=True)
        for name, step in steps():
            print(json.dumps(asdict(measured(name, step))), flush=True)
    finally:
        connection.creation.destroy_test_db(old_name, verbosity=0)


def measured(name: str, step: Callable[[], Any]) -> Cost:
    """Take a step, and return what it took."""
    Path("/proc/self/clear_refs").write_text("5")  # Linux forgets the peak so far
    before, started, first = _memory("VmRSS"), time.monotonic(), None
    with _counted() as queries:
        answer = step()
        for _ in answer if getattr(answer, "streaming", False) else ():
            first = first or time.monotonic() - started
    seconds = time.monotonic() - started
    return Cost(name, len(queries), seconds, _memory("VmHWM") - before, first)


def kilobytes() -> float:
    """Return how much the database takes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return float(cursor.fetchone()[0]) / 1000


@contextmanager
def _counted() -> Iterator[list[str]]:
    queries: list[str] = []

    def count(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        queries.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(count):
        yield queries


def _memory(line: str) -> float:
    """Return a value of /proc/self/status in MB: VmRSS is the memory now, VmHWM its peak."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition(f"{line}:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
