"""A stranger follows the runbook, line by line, from empty accounts to a release and beyond."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from delivery import PROJECT
from delivery.promote.command import main as promote
from delivery.promote.tests.world import commit, git
from delivery.run.outcomes import Exit
from delivery.services.tests.standins.outside import HEROKU_KEY
from delivery.setup.tests.conftest import Accounts

RUNBOOK = PROJECT / "docs/runbooks/first-set-up.md"
MIGRATION = "upendo/catalogue/migrations/0009_more.py"


class Stranger:
    """Does what the runbook says, and by hand only what it says a person does."""

    def __init__(self, accounts: Accounts, folder: Path) -> None:
        self.accounts = accounts
        self.origin, self.clone = folder / "origin", folder / "clone"
        self.codes: list[int] = []
        for place in (self.origin, self.clone):
            place.mkdir()
        git(self.origin, "init", "-q", "-b", "master")
        self.merge("v1.0.0")
        git(self.clone, "clone", "-q", str(self.origin), ".")
        for status in re.findall(r"^  (\S+):$", CIRCLE.split("\njobs:")[1], re.MULTILINE):
            accounts.github.statuses[f"ci/circleci: {status}"] = "success"

    def merge(self, tag: str, file: str = "page.py") -> str:
        """Merge a change, which the tag will name."""
        return commit(self.origin, file, tag)

    def deploy_staging(self) -> None:
        """What the host does with a green merge, once it is connected."""
        heroku = self.accounts.heroku
        deploys = heroku.kept[f"deploys {heroku.app_ids['honey-staging']}"]
        assert deploys["auto_deploy"]
        heroku.release("honey-staging", git(self.origin, "rev-parse", "HEAD"))

    def promote(self, *arguments: str) -> int:
        """What the workflow does, with the variables and the secret that the set-up left."""
        git(self.clone, "fetch", "-q", "--tags")
        github = self.accounts.github
        environ = self.accounts.environ(**github.variables)
        environ |= {"DEPLOY_WEBHOOK_URL": "", "PROOF_CODE": github.variables.get("PROOF_CODE", "")}
        self.accounts.heroku.key = environ["HEROKU_API_KEY"] = github.secrets["HEROKU_API_KEY"]
        try:
            return promote(arguments, environ)
        finally:
            self.accounts.heroku.key = HEROKU_KEY

    def follow(self, line: str) -> None:
        """Act out one line of the runbook; one that nobody knows fails."""
        for start, act in self.acts().items():
            if line.startswith(start):
                act(line)
                return
        pytest.fail(f"Nobody knows how to act this out: {line}")

    def acts(self) -> dict[str, Callable[[str], object]]:
        return {
            "python -m delivery.setup": self.set_up,
            "git tag": self.tag,
            "heroku run": self.run_there,
            "heroku login": lambda line: None,
            "export HEROKU_API_KEY": lambda line: None,
            "cp delivery/setup/answers.example.toml": lambda line: None,
        }

    def set_up(self, line: str) -> None:
        """What a run asks for is given; a team without a name of its own only has a story then."""
        if self.accounts.heroku.kept and self.accounts.heroku.current_commit("honey"):
            self.accounts.say('proof_code = ""', 'proof_code = "PUREJOY"')
        code, shown = self.accounts.run(*shlex.split(line)[3:])
        self.codes.append(code)
        if code and "Connect to GitHub" in shown:
            self.accounts.heroku.consents = True

    def tag(self, line: str) -> None:
        """The tag of the runbook; its commit was merged, so staging has it."""
        assert "v1.0.0" in line
        assert "git push origin v1.0.0" in line
        self.deploy_staging()
        assert self.promote("--tag", "v1.0.0") == Exit.DONE

    def run_there(self, line: str) -> None:
        """Whatever is to be run on an app is a command of ours, on an app that has code by then."""
        (command,) = re.findall(r"manage\.py (\w+)", line)
        assert list((PROJECT / "upendo").rglob(f"management/commands/{command}.py")), command


CIRCLE = (PROJECT / ".circleci/config.yml").read_text()


@pytest.fixture
def stranger(accounts: Accounts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stranger:
    accounts.heroku.consents = False
    found = Stranger(accounts, tmp_path)
    monkeypatch.chdir(found.clone)
    return found


def commands() -> list[str]:
    """The runbook's commands, in order."""
    blocks = re.findall(r"```sh\n(.*?)```", RUNBOOK.read_text(), re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line]


def test_by_the_runbook_alone_to_a_healthy_production_and_back_again(stranger: Stranger) -> None:
    accounts = stranger.accounts
    for line in commands():
        stranger.follow(line)
    # A plan, a run that lacks the consent, one that has it, and one for production's own story.
    assert stranger.codes == [0, 1, 0, 0]
    first = git(stranger.origin, "rev-parse", "v1.0.0^{commit}")
    assert accounts.heroku.current_commit("honey") == first

    bad = stranger.merge("v1.0.1")
    stranger.deploy_staging()
    accounts.sites.unwell.add(bad)
    assert stranger.promote("--tag", "v1.0.1") == Exit.STAGING_UNHEALTHY
    accounts.sites.unwell.clear()
    accounts.sites.storyless.add(bad)
    assert stranger.promote("--tag", "v1.0.1") == Exit.ROLLED_BACK
    assert accounts.heroku.current_commit("honey") == first

    stranger.merge("v1.1.0", MIGRATION)
    stranger.deploy_staging()
    assert stranger.promote("--tag", "v1.1.0") == Exit.DONE
    back = ("--tag", "v1.0.0", "--rollback")
    assert stranger.promote(*back) == Exit.ROLLBACK_REFUSED
    assert stranger.promote(*back, "--across-migrations") == Exit.DONE
    assert accounts.heroku.current_commit("honey") == first


def test_every_module_and_file_that_the_runbook_names_exists() -> None:
    text = RUNBOOK.read_text()
    for module in set(re.findall(r"python -m ([\w.]+)", text)):
        assert (PROJECT / module.replace(".", "/") / "__main__.py").exists()
    for path in set(re.findall(r"\]\(([\w./-]+\.md)", text)):
        assert (RUNBOOK.parent / path).exists(), path
