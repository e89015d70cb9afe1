"""Checks by API that everything around a release is set up, and prints a checklist.

    python -m delivery.doctor

It reads the same settings as `delivery.promote` and changes nothing. Of secrets it reads
names, of Heroku's settings it shows names only. A token that may read the repository's
administration, environments and secrets lets it check all of GitHub's part; with less,
those lines say "cannot check".

Exit codes: 0 nothing is missing, 1 something is missing, 2 the settings are incomplete.
"""

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from delivery.doctor_github import examine_github
from delivery.doctor_heroku import examine_heroku
from delivery.findings import Finding, State
from delivery.outcomes import StopError
from delivery.report import Report
from delivery.services import connect
from delivery.settings import Settings, from_environment

MANIFEST = Path("app.json")
MARKS = {State.OK: "✅", State.MISSING: "❌", State.UNKNOWN: "❔"}
BY_HAND = (
    ("Automatic deploys", "at Heroku, staging deploys the branch and waits for CI"),
    ("Review apps", "at Heroku, they are made for pull requests and wait for CI"),
    ("Who is told", "at Heroku and CircleCI, the named people get mail about failures"),
)


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


if __name__ == "__main__":
    sys.exit(main(os.environ))
