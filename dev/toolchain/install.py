"""Makes .venv with all that requirements-dev.txt names, by its hashes.

    python dev/toolchain/install.py

uv takes seconds for it where pip takes half a minute. pip brings uv where the machine has none, and
does the work where uv cannot: it alone knows its own configuration, such as a mirror.

It needs nothing but Python itself.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
VENV = PROJECT / ".venv"
PYTHON = VENV / "bin/python"
REQUIREMENTS = PROJECT / "requirements-dev.txt"
EXACTLY = ("--require-hashes", "--no-deps", "--requirement")


def main() -> int:
    """Return 0, or the exit code of what failed."""
    if code := _run(sys.executable, "-m", "venv", "--without-pip", str(VENV)):
        return code
    uv = shutil.which("uv") or _uv_by_pip()
    if uv:
        quietly = (uv, "pip", "install", "--quiet", "--python", str(PYTHON))
        if _run(*quietly, *EXACTLY, str(REQUIREMENTS)) == 0:
            return 0
        print("uv could not install them; trying pip, which takes half a minute…", flush=True)
    return _pip_install(REQUIREMENTS)


def _uv_by_pip() -> str | None:
    """Install the uv that is locked; return its path, or None when there is none to be had."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(locked("uv", REQUIREMENTS.read_text()))
        file.flush()
        code = _pip_install(Path(file.name))
    return None if code else str(VENV / "bin/uv")


def locked(name: str, requirements: str) -> str:
    """Return what a lock file says of one package: its version and its hashes."""
    (said,) = re.findall(rf"^{name}==.*(?:\n +.*)*", requirements, re.MULTILINE)
    return str(said)


def _pip_install(requirements: Path) -> int:
    has_pip = (VENV / "bin/pip").exists()
    if not has_pip and (code := _run(sys.executable, "-m", "venv", str(VENV))):
        return code
    pip = (str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check")
    return _run(*pip, *EXACTLY, str(requirements))


def _run(*command: str) -> int:
    return subprocess.run(command, check=False).returncode  # noqa: S603 - ours


if __name__ == "__main__":
    sys.exit(main())
