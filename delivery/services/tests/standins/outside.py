"""Everything outside that a run talks to, as stand-ins, and the settings that lead to them."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from delivery.services.tests.standins.github import GitHubStandIn
from delivery.services.tests.standins.heroku import HerokuStandIn
from delivery.services.tests.standins.server import StandIn
from delivery.services.tests.standins.sites import SitesStandIn, WebhookStandIn

HEROKU_KEY = "HRKU-a-secret-key"
GITHUB_TOKEN = "ghs_another_secret"
SOON = "0.2"


@dataclass
class Outside:
    """The stand-ins of one test; `folder` takes a run's files, `capture` what it prints."""

    heroku: HerokuStandIn
    github: GitHubStandIn
    sites: SitesStandIn
    webhook: WebhookStandIn
    folder: Path
    capture: pytest.CaptureFixture[str]

    @property
    def all(self) -> tuple[StandIn, ...]:
        return (self.heroku, self.github, self.sites, self.webhook)

    def environ(self, **changes: str) -> dict[str, str]:
        return {
            "PRODUCTION_APP": "honey",
            "STAGING_APP": "honey-staging",
            "PRODUCTION_URL": f"{self.sites.url}/production",
            "STAGING_URL": f"{self.sites.url}/staging",
            "PROOF_CODE": "PUREJOY",
            "REQUIRED_STATUSES": "ci/circleci: python\nbrowser",
            "GITHUB_REPOSITORY": "upendo/honey",
            "GITHUB_TOKEN": GITHUB_TOKEN,
            "HEROKU_API_KEY": HEROKU_KEY,
            "HEROKU_API_URL": self.heroku.url,
            "HEROKU_DATA_API_URL": self.heroku.url,
            "HEROKU_LINK_API_URL": self.heroku.url,
            "GITHUB_API_URL": self.github.url,
            "DEPLOY_WEBHOOK_URL": f"{self.webhook.url}/hook-secret",
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "DELIVERY_REQUEST_SECONDS": "3",
            "DELIVERY_BACKOFF_SECONDS": "0.01",
            "DELIVERY_RATE_LIMIT_SECONDS": "2",
            "DELIVERY_POLL_SECONDS": "0.01",
            "DELIVERY_LOOK_SECONDS": "0.01",
            "DELIVERY_CHECKS_SECONDS": SOON,
            "DELIVERY_STAGING_SECONDS": SOON,
            "DELIVERY_SETTLE_SECONDS": SOON,
            "DELIVERY_STEADY_SECONDS": "0.1",
            "DELIVERY_HEALTH_SECONDS": "3",
            "DELIVERY_BACKUP_SECONDS": "3",
            "DELIVERY_PROMOTION_SECONDS": "3",
            **changes,
        }


@contextmanager
def outside(
    staging_commit: str, production_commit: str, folder: Path, capture: pytest.CaptureFixture[str]
) -> Iterator[Outside]:
    """Serve all stand-ins; at the end, what they answered must be what the services publish."""
    with ExitStack() as stack:
        heroku = HerokuStandIn(HEROKU_KEY, staging_commit, production_commit)
        heroku = stack.enter_context(heroku)
        github = stack.enter_context(GitHubStandIn(GITHUB_TOKEN))
        sites = stack.enter_context(SitesStandIn(heroku))
        webhook = stack.enter_context(WebhookStandIn())
        everything = Outside(heroku, github, sites, webhook, folder, capture)
        yield everything
        assert [v for standin in everything.all for v in standin.violations] == []
