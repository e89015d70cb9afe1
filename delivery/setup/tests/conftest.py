"""Empty accounts for each test, the answers of a person, and `gh` as a stand-in of a few lines."""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from delivery import PROJECT
from delivery.services.tests.standins.github_account import GitHubAccount
from delivery.services.tests.standins.heroku_account import HerokuAccount
from delivery.services.tests.standins.outside import GITHUB_TOKEN, HEROKU_KEY, Outside
from delivery.services.tests.standins.sites import SitesStandIn, WebhookStandIn
from delivery.setup.command import main

SECRETS = ("smtp-password", "an-s3-key", "chat-secret", "password-of-", "HRKU-made-")
ANSWERS = """
repository = "upendo/honey"
pipeline = "honey"
team = ""
region = "eu"
watchers = ["ada", "juma"]
webhook = "https://chat.example/chat-secret"
domain = ""
proof_code = ""
[staging]
app = "honey-staging"
[staging.config]
WEB_CONCURRENCY = "1"
EMAIL_URL = "smtp://user:smtp-password@mail.example:587?tls=on"
[production]
app = "honey"
[production.config]
EMAIL_URL = "smtp://user:smtp-password@mail.example:587?tls=on"
[review.config]
S3_SECRET_ACCESS_KEY = "an-s3-key"
"""
GH = f"""#!{sys.executable}
import json, os, sys, urllib.request
if not os.environ.get("GH_TOKEN"):
    sys.exit("gh: log in first")
name = sys.argv[3]
body = json.dumps({{"value": sys.stdin.read(), "arguments": sys.argv}}).encode()
urllib.request.urlopen(urllib.request.Request(
    f"{{os.environ['GITHUB_API_URL']}}/repos/upendo/honey/environments/production/secrets/{{name}}",
    body, {{"Authorization": "Bearer " + os.environ["GH_TOKEN"]}}, method="PUT")).close()
"""


@dataclass
class Accounts(Outside):
    """The stand-ins, and how a test runs the set-up against them."""

    heroku: HerokuAccount
    github: GitHubAccount
    answers: Path

    def run(self, *arguments: str, **changes: str) -> tuple[int, str]:
        """Run once; nothing secret may be shown, whatever happens."""
        environ = self.environ(**changes) | {
            "PATH": f"{self.folder}:/usr/bin:/bin",
        }
        code = main(["--answers", str(self.answers), *arguments], environ, PROJECT / "app.json")
        shown = "".join(self.capture.readouterr())
        known = {vars["SECRET_KEY"] for vars in self.heroku.config.values() if "SECRET_KEY" in vars}
        for secret in (HEROKU_KEY, GITHUB_TOKEN, *SECRETS, *known):
            assert secret not in shown
        return code, shown

    def say(self, before: str, after: str) -> None:
        """Change the answers."""
        self.answers.write_text(self.answers.read_text().replace(before, after))

    @property
    def state(self) -> str:
        """All that the accounts hold, without what is made anew each time."""
        heroku, github = self.heroku, self.github
        held = [
            sorted(heroku.apps),
            {app: sorted(names) for app, names in heroku.config.items()},
            heroku.stages,
            sorted(key.split()[0] for key in heroku.kept),
            len(heroku.couplings),
            len(heroku.authorizations) == 1,
            github.variables,
            github.environment,
            github.policies,
            [{**row, "id": 0} for row in github.rulesets],
            sorted(github.secrets),
            github.permissions,
        ]
        return json.dumps(held, sort_keys=True, indent=1)


@pytest.fixture
def accounts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Accounts]:
    gh = tmp_path / "gh"
    gh.write_text(GH)
    gh.chmod(0o755)
    answers = tmp_path / "setup.toml"
    answers.write_text(ANSWERS)
    with ExitStack() as stack:
        github = stack.enter_context(GitHubAccount(GITHUB_TOKEN))
        webhook = stack.enter_context(WebhookStandIn())
        heroku = HerokuAccount(HEROKU_KEY, "")
        sites = stack.enter_context(SitesStandIn(heroku))
        heroku.addresses = sites.url
        stack.enter_context(heroku)
        yield Accounts(heroku, github, sites, webhook, tmp_path, capsys, answers)
        standins = (heroku, github, sites, webhook)
        assert [v for standin in standins for v in standin.violations] == []
