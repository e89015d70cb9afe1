import sys
from pathlib import Path

import pytest

from dev import browser


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine on which nothing is installed but what is put into the folder."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(browser, "MAC", tmp_path / "Chrome")
    monkeypatch.setattr(browser, "LOCAL", tmp_path)
    monkeypatch.setattr(sys, "argv", ["browser"])
    return tmp_path


def _put_browser(folder: Path, script: str, name: str = "chromium") -> Path:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return file


def test_says_at_once_that_there_is_no_browser(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert browser.main() == 1
    assert "Browser tests need Chromium. None was found" in capsys.readouterr().err


def test_says_why_a_browser_does_not_start(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = _put_browser(bare, "echo libnss3.so is missing >&2; exit 127")
    assert browser.main() == 1
    assert f"{file} does not start: libnss3.so is missing" in capsys.readouterr().err


def test_says_that_the_chosen_browser_is_not_there(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert browser.main() == 1
    assert "No such file or directory: '/nowhere/chromium'" in capsys.readouterr().err


def test_is_content_with_a_browser_that_starts(bare: Path) -> None:
    _put_browser(bare, "echo Chromium 1")
    assert browser.main() == 0


def test_tells_a_command_its_browser_and_a_free_port(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    file = _put_browser(bare, "echo Chromium 1")
    monkeypatch.delenv("E2E_PORT", raising=False)
    code = "import os, sys; print(os.environ['CHROMIUM'], os.environ['E2E_PORT']); sys.exit(3)"
    monkeypatch.setattr(sys, "argv", ["browser", sys.executable, "-c", code])
    assert browser.main() == 3
    path, port = capfd.readouterr().out.split()
    assert path == str(file)
    assert int(port) > 1024


def test_takes_the_headless_shell_before_a_whole_browser(bare: Path) -> None:
    whole = _put_browser(bare, "echo Chromium 1")
    assert browser.find_chromium() == str(whole)
    shell = _put_browser(bare, "echo Chromium 1", browser.SHELL)
    assert browser.find_chromium() == str(shell)
    own = bare / ".cache/ms-playwright/chromium_headless_shell-9/chrome-headless-shell-linux64"
    own.mkdir(parents=True)
    playwrights = _put_browser(own, "echo Chromium 1", "chrome-headless-shell")
    assert browser.find_chromium() == str(playwrights)


def test_root_installs_the_headless_shell_where_there_is_none(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    _put_browser(bare, "echo Chromium 1")
    shell = bare / browser.SHELL
    script = f"case \"$*\" in *install*) echo '#!/bin/sh' > {shell}; /bin/chmod 755 {shell};; esac"
    _put_browser(bare, script, "apt-get")
    assert browser.provide_chromium() == str(shell)


def test_a_whole_browser_does_where_debian_cannot_be_reached(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    whole = _put_browser(bare, "echo Chromium 1")
    _put_browser(bare, "exit 100", "apt-get")
    assert browser.provide_chromium() == str(whole)
    assert "apt-get update ended with 100" in capsys.readouterr().out
