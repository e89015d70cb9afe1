"""How many stories a second two workers serve, beside a Django view that returns constant bytes.

Prints both rates, the median and the 99th percentile of the time an answer takes, and the ratio.
The load is bounded: sixteen connections to this machine, ROUNDS times SECONDS for each address, in
turn, since a machine's speed drifts; the median round counts.
"""

import sys
from statistics import median

from dev.bench_server import serving
from dev.load import measure

ROUNDS = 5
SECONDS = 3
PORT = 8124
STORY = "/api/v1/stories/PUREJOY/"
BARE = "/bare"


def main() -> int:
    """Measure both addresses of one server, in turn, and print the table."""
    with serving(PORT, "dev.bench_settings", "--workers", "2"):
        for path in (BARE, STORY):
            measure(PORT, path, 1)  # warm up
        rounds = [
            (measure(PORT, BARE, SECONDS), measure(PORT, STORY, SECONDS)) for _ in range(ROUNDS)
        ]
    print(f"{'':14}{'per second':>12}{'median ms':>12}{'p99 ms':>10}")
    for name, results in zip(("bare view", "story"), zip(*rounds, strict=True), strict=True):
        rate, middle, p99 = (
            median(getattr(result, figure) for result in results)
            for figure in ("rate", "median", "p99")
        )
        print(f"{name:14}{rate:12.0f}{middle:12.1f}{p99:10.1f}")
    print(f"story / bare view: {median(story.rate / bare.rate for bare, story in rounds):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
