"""The imitation of Heroku fails when a part of it does."""

from pathlib import Path

import pytest

from delivery import PROJECT
from delivery.rehearsal.build_like_heroku import main, procfile, python_buildpack

SHELL = {"PATH": "/usr/bin:/bin"}


def test_a_commit_that_does_not_exist_fails(capfd: pytest.CaptureFixture[str]) -> None:
    assert main("no-such-commit") == 1
    assert "FAILED (128): git archive no-such-commit" in capfd.readouterr().err


def test_a_package_list_that_cannot_be_installed_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def build(folder: Path, commit: str) -> None:
        (tmp_path / "requirements.txt").write_text("./nowhere\n")
        variables = SHELL | {"PATH": f"{folder / 'venv/bin'}:/usr/bin:/bin"}
        python_buildpack(tmp_path, variables, folder)

    monkeypatch.setattr("delivery.rehearsal.build_like_heroku.build_and_serve", build)
    assert main() == 1
    assert "FAILED (1): pip install" in capfd.readouterr().err


def test_the_real_procfile_is_what_is_run() -> None:
    assert procfile(PROJECT) == {
        "release": "python -m delivery.release",
        "web": "python -m upendo.serve",
    }
