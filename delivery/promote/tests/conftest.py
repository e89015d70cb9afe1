"""A world for each test: a repository, the host, GitHub, the sites and a webhook."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from delivery.promote.tests.world import History, World, commit, git
from delivery.services.tests.standins.outside import outside


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
    with outside(history.new, history.previous, tmp_path, capsys) as served:
        yield World(**vars(served), history=history)
