"""One world for each drill: a repository, the host, GitHub, the sites and a webhook."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from delivery.tests.github_standin import GitHubStandIn
from delivery.tests.heroku_standin import HerokuStandIn
from delivery.tests.site_standin import SitesStandIn, WebhookStandIn
from delivery.tests.world import GITHUB_TOKEN, HEROKU_KEY, History, World, commit, git


@pytest.fixture(scope="session")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    origin, folder = tmp_path_factory.mktemp("origin"), tmp_path_factory.mktemp("clone")
    git(origin, "init", "-q", "-b", "master")
    old = commit(origin, "page.py", "v1.0.0")
    commit(origin, "upendo/catalogue/migrations/0002_more.py", "v1.1.0")
    previous = commit(origin, "page.py", "v1.2.2")
    new = commit(origin, "page.py", "v1.2.3")
    git(origin, "checkout", "-q", "-b", "aside")
    aside = commit(origin, "page.py", "v9.9.9")
    git(origin, "checkout", "-q", "master")
    git(folder, "clone", "-q", str(origin), ".")
    return History(folder, old, previous, new, aside)


@pytest.fixture
def world(
    history: History,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[World]:
    monkeypatch.chdir(history.folder)
    with ExitStack() as stack:
        heroku = HerokuStandIn(HEROKU_KEY, history.new, history.previous)
        heroku = stack.enter_context(heroku)
        github = stack.enter_context(GitHubStandIn(GITHUB_TOKEN))
        sites = stack.enter_context(SitesStandIn(heroku))
        webhook = stack.enter_context(WebhookStandIn())
        world = World(history, heroku, github, sites, webhook, tmp_path, capsys)
        yield world
        assert [v for standin in world.all for v in standin.violations] == []
