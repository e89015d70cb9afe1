"""The command line of the set-up, and its course from the answers to the doctor's verdict."""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from delivery.doctor import checklist
from delivery.run.outcomes import StopError
from delivery.run.report import Report
from delivery.run.settings import from_environment
from delivery.services.connections import connect
from delivery.services.errors import KeyRefusedError
from delivery.setup import bucket, domain, host, keys, people, repository, review
from delivery.setup.answers import Answers, read_answers
from delivery.setup.ground import PRODUCTION, STAGING, Ground, as_environment, variables
from delivery.setup.steps import Step, go_through

MANIFEST = Path("app.json")


def main(arguments: Sequence[str], environ: Mapping[str, str], manifest: Path = MANIFEST) -> int:
    """Set up what is missing, and return the exit code."""
    options = parser().parse_args(arguments)
    try:
        answers = read_answers(options.answers)
        ground = prepare(answers, environ, manifest)
    except StopError as stop:
        print(f"{stop.ending.sentence}\n{'\n'.join(stop.ending.left)}")
        return int(stop.ending.exit)
    redacted = Report("Set-up", (*ground.settings.secrets, *answers.secrets)).redacted

    def say(line: str) -> None:
        print(redacted(line), flush=True)

    try:
        left = go_through(every_step(ground), options.dry_run, say)
    except KeyRefusedError as error:
        say(f"❌ {error}\nRun again with a key that may do this.")
        return 1
    if options.dry_run:
        print("\nWhat only a person can do:")
        print("\n".join(f"{n}. {line}" for n, line in enumerate(people.all_lines(answers), 1)))
        return 0
    if left:
        say("\nLeft to do:\n" + "\n".join(f"- {line}" for line in left))
        return 1
    print("\nThe doctor:")
    return checklist.main(as_settled(ground), manifest)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    line = argparse.ArgumentParser(prog="python -m delivery.setup")
    line.add_argument("--answers", type=Path, default=Path("setup.toml"), help="setup.toml")
    line.add_argument("--dry-run", action="store_true", help="print each step, change nothing")
    return line


def prepare(answers: Answers, environ: Mapping[str, str], manifest: Path) -> Ground:
    """Raise `StopError` when the settings are incomplete."""
    settings = from_environment(as_environment(answers, environ))
    wanted = json.loads(manifest.read_text(encoding="utf-8"))
    return Ground(answers, connect(settings), wanted, environ)


def every_step(ground: Ground) -> Iterator[Step]:
    """All steps, in the order of a first set-up."""
    yield from host.steps(ground)
    yield from bucket.steps(ground)
    yield from repository.steps(ground)
    yield from keys.steps(ground)
    yield from review.steps(ground)
    yield from domain.steps(ground)


def as_settled(ground: Ground) -> dict[str, str]:
    """The doctor's environment, with the addresses that Heroku gave the apps."""
    told = variables(ground.answers, ground.address(STAGING), ground.address(PRODUCTION))
    return as_environment(ground.answers, ground.environ) | told
