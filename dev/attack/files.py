"""A thousand hostile files: pictures, outlines, tables, lists and evidence, each in its form.

One is lost if it took ten seconds of a processor, or 300 MB with the worker around it, stopped its
worker, was refused without a sentence, or was stored unusable. A good one must be accepted.
"""

from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from dev.attack.hostile_files.make import MUST_BE_KEPT, make
from dev.attack.server import Server
from dev.attack.table import Row
from dev.attack.workers import Worker
from upendo.web import apart

COUNT, AT_ONCE = 1000, 2
MOST_SECONDS, MOST_MEGABYTES = 10, 300
# Seconds on the wall: more than the process that reads may take, and its turn before.
PATIENCE = 2 * (apart.LONGEST_WAIT + apart.PATIENCE)


def drill(server: Server) -> list[Row]:
    """Upload them from two processes."""
    folder = server.services.folder
    with ThreadPoolExecutor() as pool:
        shares = pool.map(
            lambda first: list(_upload(first, folder / f"hostile_{first}")), range(AT_ONCE)
        )
    kinds: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for result in (result for share in shares for result in share):
        kinds[f"{result['field']}: {result['kind']}"].append(result)
    return [_row(f"files, {kind}", tried) for kind, tried in sorted(kinds.items())]


def _upload(first: int, file: Path) -> Iterator[dict[str, Any]]:
    worker = Worker("dev.attack._file_worker", f"files_{first}")
    for number in range(first, COUNT, AT_ONCE):
        # Made here, since what making it takes is not the upload's.
        field, kind, content = make(number)
        file.write_bytes(content)
        result: dict[str, Any] = {"number": number, "field": field, "kind": kind}
        try:
            result |= worker.ask(f"{field} {file}", PATIENCE)
        except (TimeoutError, EOFError, BrokenPipeError) as error:
            result |= {"outcome": repr(error)}
            worker = Worker("dev.attack._file_worker", f"files_{first}_{number}")
        if _is_lost(result):
            print("   ", result, flush=True)
        yield result
    worker.stop()


def _row(what: str, tried: list[dict[str, Any]]) -> Row:
    kept = sum(result["outcome"] == "accepted" for result in tried)
    seconds = max(result.get("seconds", 0) for result in tried)
    megabytes = max(result.get("megabytes", 0) for result in tried)
    note = f"{kept} kept, at most {seconds:.1f} s, {megabytes:.0f} MB"
    return Row(what, len(tried), sum(map(_is_lost, tried)), note)


def _is_lost(result: dict[str, Any]) -> bool:
    return (
        result["outcome"] not in ("accepted", "refused")
        or (result["outcome"] == "refused" and result["kind"] in MUST_BE_KEPT)
        or result["seconds"] > MOST_SECONDS
        or result["megabytes"] > MOST_MEGABYTES
    )
