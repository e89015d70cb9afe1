"""The world that a drill runs in, and how it runs the promotion."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from delivery.promote import main
from delivery.tests.github_standin import GitHubStandIn
from delivery.tests.heroku_standin import PROMOTED, HerokuStandIn
from delivery.tests.site_standin import SitesStandIn, WebhookStandIn
from delivery.tests.standin import StandIn

HEROKU_KEY = "HRKU-a-secret-key"
GITHUB_TOKEN = "ghs_another_secret"
SOON = "0.2"
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
    """How a drill ended."""

    code: int
    text: str

    @property
    def left(self) -> str:
        return self.text.split("**Left to do**")[1]

    @property
    def production(self) -> str:
        return self.text.split("**Production now:**")[1].split("\n")[0]


@dataclass
class World:
    """Runs the promotion as the workflow would, with short waits."""

    history: History
    heroku: HerokuStandIn
    github: GitHubStandIn
    sites: SitesStandIn
    webhook: WebhookStandIn
    folder: Path
    capture: pytest.CaptureFixture[str]

    @property
    def all(self) -> tuple[StandIn, ...]:
        return (self.heroku, self.github, self.sites, self.webhook)

    @property
    def promoted(self) -> bool:
        return PROMOTED in self.heroku.writes

    def environ(self, **changes: str) -> dict[str, str]:
        return {
            "PRODUCTION_APP": "honey",
            "STAGING_APP": "honey-staging",
            "PRODUCTION_URL": f"{self.sites.url}/production",
            "STAGING_URL": f"{self.sites.url}/staging",
            "REQUIRED_STATUSES": "ci/circleci: python\nbrowser",
            "GITHUB_REPOSITORY": "upendo/honey",
            "GITHUB_TOKEN": GITHUB_TOKEN,
            "HEROKU_API_KEY": HEROKU_KEY,
            "HEROKU_API_URL": self.heroku.url,
            "HEROKU_DATA_API_URL": self.heroku.url,
            "GITHUB_API_URL": self.github.url,
            "DEPLOY_WEBHOOK_URL": f"{self.webhook.url}/hook-secret",
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "DELIVERY_REQUEST_SECONDS": "3",
            "DELIVERY_BACKOFF_SECONDS": "0.01",
            "DELIVERY_RATE_LIMIT_SECONDS": "2",
            "DELIVERY_POLL_SECONDS": "0.01",
            "DELIVERY_SETTLE_SECONDS": SOON,
            "DELIVERY_HEALTH_SECONDS": "3",
            "DELIVERY_BACKUP_SECONDS": "3",
            "DELIVERY_PROMOTION_SECONDS": "3",
            **changes,
        }

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
