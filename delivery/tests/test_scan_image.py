"""The scan of the image: what it leaves behind, when it fails, and when it says it was skipped."""

import os
import subprocess
from pathlib import Path

import pytest

from delivery import PROJECT

# As docker does it: the folder that is given as /out is where Trivy writes.
DOCKER = """#!/bin/bash
echo "$*" >> "$FOLDER/asked"
case "$1" in
  pull) [ "$FAILS" != pull ] ;;
  save) echo image > "$3" ;;
  run)
    case "$*" in
      *cyclonedx*) echo '{"bomFormat": "CycloneDX"}' > "$FOLDER/sbom.cdx.json" ;;
      *--download-db-only*) [ "$FAILS" != database ] ;;
      *vulnerabilities.txt*)
        echo "CVE-2026-1 in libexample" > "$FOLDER/vulnerabilities.txt"
        [ "$FAILS" != vulnerable ] || exit 3 ;;
    esac ;;
esac
"""


def scan(folder: Path, fails: str = "") -> subprocess.CompletedProcess[str]:
    docker = folder / "docker"
    docker.write_text(DOCKER)
    docker.chmod(0o755)
    environment = {"PATH": f"{folder}:{os.environ['PATH']}", "FOLDER": str(folder), "FAILS": fails}
    command = [str(PROJECT / ".circleci/scan-image"), str(folder)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_what_the_image_holds_is_written_down(tmp_path: Path) -> None:
    done = scan(tmp_path)
    assert done.returncode == 0, done.stderr
    assert "CycloneDX" in (tmp_path / "sbom.cdx.json").read_text()
    assert not (tmp_path / "image.tar").exists()


def test_a_vulnerability_fails_and_is_shown(tmp_path: Path) -> None:
    done = scan(tmp_path, "vulnerable")
    assert done.returncode == 3
    assert "CVE-2026-1" in done.stdout


@pytest.mark.parametrize(("fails", "said"), [("pull", "the scanner"), ("database", "the database")])
def test_what_cannot_be_downloaded_is_skipped_aloud(tmp_path: Path, fails: str, said: str) -> None:
    done = scan(tmp_path, fails)
    assert done.returncode == 0
    assert f"SKIPPED: {said}" in done.stdout
    assert (tmp_path / "skipped.txt").exists()


def test_the_scanner_is_one_that_cannot_be_replaced(tmp_path: Path) -> None:
    scan(tmp_path)
    pulled = (tmp_path / "asked").read_text().splitlines()[0].split()[-1]
    assert "@sha256:" in pulled
