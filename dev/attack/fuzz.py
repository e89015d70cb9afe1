"""Twenty thousand requests such as nobody means to send, half of them from the desk."""

from concurrent.futures import ThreadPoolExecutor
from itertools import chain

from dev.attack.server import Server
from dev.attack.table import Row
from dev.attack.workers import Worker

COUNT, PIECE = 20_000, 500
PATIENCE = 300  # seconds for a piece


def drill(server: Server) -> list[Row]:
    """Send them from two processes; each answer of 500 and more is lost."""
    with ThreadPoolExecutor() as pool:
        problems = list(chain(*pool.map(_send, ("nobody", "staff"))))
    for problem in problems[:10]:
        print("   ", problem)
    return [Row("odd requests", COUNT, len(problems))]


def _send(who: str) -> list[str]:
    worker = Worker("dev.attack._fuzz_worker", f"fuzz_{who}")
    problems: list[str] = []
    for seed in range(COUNT // PIECE // 2):
        try:
            problems += worker.ask(f"{PIECE} {seed} {who}", PATIENCE)
        except (TimeoutError, EOFError) as error:
            problems.append(f"{who}, seed {seed}: {error!r}")
            worker = Worker("dev.attack._fuzz_worker", f"fuzz_{who}_{seed}")
    worker.stop()
    return problems
