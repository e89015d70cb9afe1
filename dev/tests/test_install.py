"""By what uv is installed, where a machine has none."""

from dev.toolchain.install import REQUIREMENTS, locked

OWN = "uv==2.0 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n    # via the developers"
LOCK = f"uuid==1.0 \\\n    --hash=sha256:aa\n{OWN}\nuvloop==3.0 \\\n    --hash=sha256:dd\n"


def test_the_lock_of_one_package_is_its_own_lines() -> None:
    assert locked("uv", LOCK) == OWN


def test_uv_is_locked() -> None:
    assert "--hash=sha256:" in locked("uv", REQUIREMENTS.read_text())
