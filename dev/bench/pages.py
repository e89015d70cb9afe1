"""How fast every page of a story is on a slow phone, beside a plain HTML page with its picture.

Runs Lighthouse (mobile, simulated slow 4G and a processor four times slower, nothing cached) over
the demonstration story, served by gunicorn as production does, and prints the median of the runs,
with the goals that a page misses.
"""

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dev.bench.server import serving
from dev.browser import find_chromium
from dev.browser_tests.server import prepare

PORT = 8125
CODE = "PUREJOY"
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Name, unit and form of each column, in the order of Result.
COLUMNS = (
    ("page kB", "{:.1f}"),
    ("kB", "{:.0f}"),
    ("requests", "{:.0f}"),
    ("LCP s", "{:.2f}"),
    ("TBT ms", "{:.0f}"),
    ("CLS", "{:.3f}"),
    ("perf.", "{:.0f}"),
    ("access.", "{:.0f}"),
    ("practice", "{:.0f}"),
    ("SEO", "{:.0f}"),
)
PLACE = {name: place for place, (name, _) in enumerate(COLUMNS)}
# A page may take so many times as long as its limit, the whole story also so many seconds.
MOST_LIMITS = 1.15
MOST_LCP = {"read": 1.5}
MOST = {"TBT ms": 50, "CLS": 0.01}
ATTEMPTS = 4

type Result = list[float]


def main() -> int:
    """Measure and print; return 1 when there is no browser."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--runs", type=int, default=5, help="per page; the median is printed")
    arguments.add_argument("--pages", nargs="*", help="names of pages; without it, all")
    options = arguments.parse_args()
    chromium = find_chromium()
    if chromium is None:
        print("No Chromium found. Install it, or set CHROMIUM to its path.", file=sys.stderr)
        return 1
    os.environ["CHROME_PATH"] = chromium
    prepare()
    with serving(PORT):
        _warm_up()
        addresses = _addresses(options.pages)
        print(f"{'':26}" + "".join(f"{name:>10}" for name, _ in COLUMNS) + f"{'x limit':>10}")
        for name, path in addresses.items():
            # By turns, so that other work on the machine slows both down equally.
            pairs = [(_lighthouse(path), _lighthouse(f"/limit{path}")) for _ in range(options.runs)]
            page, limit = (_median(runs) for runs in zip(*pairs, strict=True))
            limits = page[PLACE["LCP s"]] / limit[PLACE["LCP s"]]
            missed = _missed(name, page, limits)
            verdict = f"NOT met: {', '.join(missed)}" if missed else "met"
            print(f"{_row(name, page)}{limits:>10.2f}  {verdict}")
            print(_row("  its limit", limit), flush=True)
    goals = [f"x limit at most {MOST_LIMITS}"]
    goals += [f"{column} at most {most}" for column, most in MOST.items()]
    goals += [f"LCP of {name} at most {most} s" for name, most in MOST_LCP.items()]
    print(f"\nGoals: {', '.join(goals)}")
    return 0


def _missed(name: str, page: Result, limits: float) -> list[str]:
    """Return the names of the goals that a page misses."""
    most = MOST | {"LCP s": MOST_LCP.get(name, math.inf)}
    missed = [column for column, bound in most.items() if page[PLACE[column]] > bound]
    return [*missed, "x limit"] if limits > MOST_LIMITS else missed


def _addresses(names: list[str] | None) -> dict[str, str]:
    """Return the paths to measure by name."""
    # No Django before its environment is set.
    from upendo.story.built_in_pages import BY_NAME, READ  # noqa: PLC0415

    chosen = names or ["landing", *BY_NAME, READ.name]
    special = {"landing": "/"}
    return {name: special.get(name, f"/app/{CODE}/{name}") for name in chosen}


def _median(runs: Sequence[Result]) -> Result:
    return [statistics.median(column) for column in zip(*runs, strict=True)]


def _row(name: str, result: Result) -> str:
    cells = [form.format(value) for (_, form), value in zip(COLUMNS, result, strict=True)]
    return f"{name:26}" + "".join(f"{cell:>10}" for cell in cells)


def _lighthouse(path: str) -> Result:
    """Measure a page; try again when Lighthouse misses the beginning of its own recording.

    Raises SystemExit when it cannot measure the page.
    """
    for _ in range(ATTEMPTS):
        report = _report(path)
        if (report.get("runtimeError") or {}).get("code") != "NO_NAVSTART":
            break
    return _numbers(report)


def _report(path: str) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        finished = subprocess.run(  # noqa: S603 - our own addresses
            [  # noqa: S607 - node is the one in .venv/bin
                "node", "node_modules/lighthouse/cli/index.js", f"http://127.0.0.1:{PORT}{path}",
                "--quiet", "--output=json", f"--output-path={report.name}",
                f"--chrome-flags={' '.join(FLAGS)}",
            ],
            check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        # Lighthouse also fails when the page does, and then its report says why.
        text = Path(report.name).read_text()
    if not text:
        raise SystemExit(f"Lighthouse did not run: {finished.stderr.decode()}")
    document: dict[str, Any] = json.loads(text)
    return document


def _numbers(report: dict[str, Any]) -> Result:
    if error := report.get("runtimeError"):
        raise SystemExit(f"Lighthouse could not measure {report['requestedUrl']}: {error}")
    audits = report["audits"]
    requests = audits["network-requests"]["details"]["items"]
    return [
        requests[0]["transferSize"] / 1000,
        sum(request["transferSize"] for request in requests) / 1000,
        len(requests),
        audits["largest-contentful-paint"]["numericValue"] / 1000,
        audits["total-blocking-time"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
        *(100 * (report["categories"][name]["score"] or 0) for name in CATEGORIES),
    ]


def _warm_up() -> None:
    # The first page that a worker draws takes longer.
    for _ in range(10):
        urllib.request.urlopen(f"http://127.0.0.1:{PORT}/app/{CODE}", timeout=9).close()


if __name__ == "__main__":
    sys.exit(main())
