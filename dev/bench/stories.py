"""How many stories a second two workers serve, beside a Django view that returns constant bytes.

Prints both rates, the median and the 99th percentile of an answer's time in milliseconds, and the
ratio of the rates. The two addresses are measured by turns, because a machine is not always equally
fast, and the median of the rounds is printed.
"""

from statistics import median

from dev.bench.load import measure
from dev.bench.server import serving

ROUNDS = 5
SECONDS = 3
PORT = 8124
STORY = "/api/v1/stories/PUREJOY/"
BARE = "/bare"  # in dev.bench.urls


def main() -> None:
    """Measure both addresses and print the table."""
    with serving(PORT, "--workers", "2"):
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
