"""How much memory the whole server takes, and where, after codes, unknown codes and pictures.

Memory is what Linux calls PSS, in which what processes share counts once. The server runs as in
production. In the end everything is asked for again, since what grows then grows for ever.
"""

import json
import os
import urllib.request
from itertools import cycle, islice
from operator import itemgetter

from dev.bench.codes import make_codes
from dev.bench.load import measure
from dev.bench.server import serving
from dev.browser_tests.server import MEDIA, prepare
from dev.processes import children, memory

PORT = 8126
CODES, STORIES, UNKNOWN, PICTURES = 10_000, 300, 2_000, 500
MOST = 400  # MB in all
WORKERS = 2

type Parts = dict[str, tuple[int, int]]  # how many, and bytes


def main() -> None:
    """Ask, and print a table of MB: a line for each step, a column for each process."""
    prepare()
    os.environ["TRUSTED_PROXIES"] = "1"
    codes = make_codes(CODES, letter="M", stories=STORIES)
    with serving(PORT, "--workers", str(WORKERS)) as server:
        print(f"{'':34}{'all':>8}{'master':>8}" + f"{'worker':>8}" * WORKERS)
        _say("after the start", server)
        for again in ("", ", again"):
            measure(PORT, map("/q/{}".format, codes))
            _say(f"{CODES:,} codes of {STORIES} stories{again}", server)
            measure(PORT, (f"/q/U{number:06}" for number in range(UNKNOWN)), status=404)
            _say(f"{UNKNOWN:,} unknown codes{again}", server)
            measure(PORT, islice(cycle(_pictures(codes)), PICTURES))
            total = _say(f"{PICTURES} pictures{again}", server)
        _say_parts()
    print(f"\nAt most {MOST} MB in all: {'met' if total <= MOST else 'NOT met'}")


def _pictures(codes: list[str]) -> list[str]:
    """Return the addresses of all pictures, and of as many that are drawn for sharing."""
    kept = [file.relative_to(MEDIA) for file in MEDIA.glob("pictures/*/*.*")]
    addresses = [f"/media/{file}" for file in kept if file.suffix in {".avif", ".webp"}]
    return addresses[:400] + [f"/share/{code}/menu.jpg" for code in codes[:100]]


def _say(step: str, server: int) -> float:
    processes = [memory(process) for process in [str(server), *children(str(server))]]
    cells = "".join(f"{size:8.0f}" for size in [sum(processes), *processes])
    print(f"{step:34}{cells}", flush=True)
    return sum(processes)


def _say_parts() -> None:
    """Print what each worker says that its parts take."""
    workers: dict[str, Parts] = {}
    while len(workers) < WORKERS:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/parts", timeout=9) as answer:
            workers |= json.load(answer)
    print("\nOf this, in each worker, MB and how many:")
    for part in next(iter(workers.values())):
        cells = (
            f"{size / 2**20:10.1f} ({number:,})"
            for number, size in map(itemgetter(part), workers.values())
        )
        print(f"  {part:32}" + "".join(cells))


if __name__ == "__main__":
    main()
