"""Everything that a promotion meets in a test, and how a test runs one."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from delivery.promote.command import main
from delivery.services.tests.standins.heroku import PROMOTED
from delivery.services.tests.standins.outside import GITHUB_TOKEN, HEROKU_KEY, SOON, Outside

IMPATIENT = {f"DELIVERY_{wait}_SECONDS": SOON for wait in ("HEALTH", "BACKUP", "PROMOTION")}


@dataclass(frozen=True)
class History:
    """A clone: old (v1.0.0), then a migration (v1.1.0), previous (v1.2.2), new (v1.2.3)."""

    folder: Path
    old: str
    previous: str
    new: str
    aside: str


def git(folder: Path, *arguments: str) -> str:
    person = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    command = ["git", *person, *arguments]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path, file: str, tag: str) -> str:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(tag)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", f"Change {file}")
    git(folder, "tag", "-a", "-m", tag, tag)
    return git(folder, "rev-parse", "HEAD")


@dataclass(frozen=True)
class Result:
    """How a run ended, and what it printed."""

    code: int
    text: str

    @property
    def left(self) -> str:
        return self.text.split("**Left to do**")[1].split("**Figures**")[0]

    @property
    def figures(self) -> str:
        return self.text.split("**Figures**")[1]

    @property
    def production(self) -> str:
        return self.text.split("**Production now:**")[1].split("\n")[0]


@dataclass
class World(Outside):
    """Runs the promotion as the workflow would, with short waits."""

    history: History

    @property
    def promoted(self) -> bool:
        return PROMOTED in self.heroku.writes

    def slug_of(self, version: int) -> str:
        """The slug of a release of production."""
        slug: str = self.heroku.releases["honey"][version - 1]["slug"]["id"]
        return slug

    def run(self, *arguments: str, tag: str = "v1.2.3", **changes: str) -> Result:
        code = main(["--tag", tag, *arguments], self.environ(**changes))
        shown = self.capture.readouterr()
        for secret in (HEROKU_KEY, GITHUB_TOKEN, "hook-secret"):
            assert secret not in shown.out + shown.err
        assert (self.folder / "summary.md").read_text().strip() in shown.out
        result = Result(code, shown.out)
        assert result.production.strip()
        assert result.left.strip()
        (self.folder / "summary.md").unlink()
        return result
