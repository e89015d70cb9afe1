"""How many stories a second two workers serve, beside a Django view that returns constant bytes.

Prints both rates, the median and the 99th percentile of the time an answer takes, and the ratio.
The load is bounded: sixteen connections to this machine, ROUNDS times SECONDS for each address, in
turn, since a machine's speed drifts; the median round counts.
"""

import subprocess
import sys
import time
import urllib.request
from statistics import median

from dev.load import measure
from dev.test_server import prepare

ROUNDS = 5
SECONDS = 3
PORT = 8124
STORY = "/api/v1/stories/PUREJOY/"
BARE = "/bare"


def main() -> int:
    """Measure both addresses of one server, in turn, and print the table."""
    prepare()
    server = subprocess.Popen(  # noqa: S603
        [
            sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{PORT}", "--workers", "2",
            "--env", "DJANGO_SETTINGS_MODULE=dev.bench_settings", "--log-level", "error",
        ],
    )  # fmt: skip
    try:
        _wait_until_up()
        for path in (BARE, STORY):
            measure(PORT, path, 1)  # warm up
        rounds = [
            (measure(PORT, BARE, SECONDS), measure(PORT, STORY, SECONDS)) for _ in range(ROUNDS)
        ]
    finally:
        server.terminate()
        server.wait()
    print(f"{'':14}{'per second':>12}{'median ms':>12}{'p99 ms':>10}")
    for name, results in zip(("bare view", "story"), zip(*rounds, strict=True), strict=True):
        rate, middle, p99 = (
            median(getattr(result, figure) for result in results)
            for figure in ("rate", "median", "p99")
        )
        print(f"{name:14}{rate:12.0f}{middle:12.1f}{p99:10.1f}")
    print(f"story / bare view: {median(story.rate / bare.rate for bare, story in rounds):.2f}")
    return 0


def _wait_until_up() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/healthz", timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The server did not come up.")


if __name__ == "__main__":
    sys.exit(main())
