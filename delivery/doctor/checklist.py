"""The doctor's checklist: GitHub's part, Heroku's part, and what only a person can see."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from delivery.doctor.findings import Finding, State
from delivery.doctor.github import examine_github
from delivery.doctor.heroku import examine_heroku
from delivery.run.outcomes import StopError
from delivery.run.report import Report
from delivery.run.settings import Settings, from_environment
from delivery.services.connections import connect

MANIFEST = Path("app.json")
MARKS = {State.OK: "✅", State.MISSING: "❌", State.UNKNOWN: "❔"}
BY_HAND = (("Who is told", "at Heroku and CircleCI, the named people get mail about failures"),)


def main(environ: Mapping[str, str], manifest: Path = MANIFEST) -> int:
    """Print the checklist and return the exit code."""
    try:
        settings = from_environment(environ)
    except StopError as stop:
        print(f"{MARKS[State.MISSING]} missing: {stop.ending.sentence}")
        return int(stop.ending.exit)
    redacted = Report("Doctor", settings.secrets).redacted
    missing = False
    for finding in examinations(settings, manifest):
        missing = missing or finding.state is State.MISSING
        advice = f": {finding.advice}" if finding.advice else ""
        print(redacted(f"{MARKS[finding.state]} {finding.state}: {finding.what}{advice}"))
    return int(missing)


def examinations(settings: Settings, manifest: Path) -> Iterator[Finding]:
    """Every check, in the order of a first set-up."""
    services = connect(settings)
    yield from examine_github(services.github, settings)
    try:
        yield from examine_heroku(services, manifest)
    except (OSError, ValueError) as error:
        yield Finding(State.UNKNOWN, "Heroku", f"app.json cannot be read ({error})")
    for what, where in BY_HAND:
        yield Finding(State.UNKNOWN, what, f"no API tells; look whether {where}")
