"""How many stories a second two workers serve: each reader their own code, and all the same one.

Beside them a Django view that returns constant bytes. Prints answers a second, the median and the
99th percentile of their time in milliseconds, and the ratios with their bounds. All are measured by
turns, because a machine is not always equally fast, and the median of the rounds is printed.
"""

from collections.abc import Iterator
from itertools import islice, repeat
from statistics import median

from dev.bench.codes import make_codes
from dev.bench.load import CONNECTIONS, Result, measure
from dev.bench.server import serving
from dev.browser_tests.server import prepare

ROUNDS = 5
REQUESTS = 1000  # in each round, of each kind
PORT = 8124
HOT = "MSTUK47W"
PAGE, STORY = "/q/{}", "/api/v1/stories/{}/"
KINDS = ("bare view", "page, hot code", "page, own codes", "story, hot code", "story, own codes")

type Round = dict[str, Result]


def main() -> None:
    """Measure and print the table."""
    prepare()
    codes = iter(make_codes(2 * REQUESTS * ROUNDS, letter="B"))
    with serving(PORT, "--workers", "2"):
        for path in ("/bare", PAGE.format(HOT), STORY.format(HOT)):
            measure(PORT, repeat(path, 200))  # warm up
        rounds = [_round(codes) for _ in range(ROUNDS)]
    print(f"{'':18}{'per second':>12}{'median ms':>12}{'p99 ms':>10}")
    for kind in KINDS:
        rate, middle, p99 = (
            median(getattr(measured[kind], figure) for measured in rounds)
            for figure in ("rate", "median", "p99")
        )
        print(f"{kind:18}{rate:12.0f}{middle:12.1f}{p99:10.1f}")
    print(f"\nOver {CONNECTIONS} connections:")
    for what in ("page", "story"):
        own, hot = f"{what}, own codes", f"{what}, hot code"
        _say(f"{hot} / bare view", _ratio(rounds, hot, "bare view"), least=0.9)
        _say(f"{own} / hot", _ratio(rounds, own, hot), least=0.5)
        _say(f"{own}, p99 in ms", median(measured[own].p99 for measured in rounds), most=100)


def _round(codes: Iterator[str]) -> Round:
    paths: dict[str, Iterator[str]] = {
        "bare view": repeat("/bare", REQUESTS),
        "page, hot code": repeat(PAGE.format(HOT), REQUESTS),
        "page, own codes": map(PAGE.format, islice(codes, REQUESTS)),
        "story, hot code": repeat(STORY.format(HOT), REQUESTS),
        "story, own codes": map(STORY.format, islice(codes, REQUESTS)),
    }
    return {kind: measure(PORT, paths[kind]) for kind in KINDS}


def _ratio(rounds: list[Round], one: str, other: str) -> float:
    return median(measured[one].rate / measured[other].rate for measured in rounds)


def _say(what: str, value: float, *, least: float = 0, most: float = float("inf")) -> None:
    bound = f"at least {least}" if least else f"at most {most:.0f}"
    met = "met" if least <= value <= most else "NOT met"
    print(f"{what:34}{value:8.2f}   {bound}: {met}")


if __name__ == "__main__":
    main()
