"""Runs one step of the Makefile and marks it done, while no other make of this checkout runs one.

    python dev/toolchain/once.py STAMP COMMAND

The stamp is written last, so that a killed step is run again; a step that another make has finished
while this one waited for it is not.
"""

import fcntl
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parents[2] / ".local" / "make.lock"


def main() -> int:
    """Return the command's exit code."""
    stamp, command = Path(sys.argv[1]), sys.argv[2]
    before = _made_at(stamp)
    LOCK.parent.mkdir(exist_ok=True)
    with LOCK.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another make is at work in this checkout; waiting for it…", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
            if _made_at(stamp) != before:
                return 0
        stamp.unlink(missing_ok=True)
        code = subprocess.run(["bash", "-c", command], check=False).returncode  # noqa: S603, S607 - make's
        if code == 0:
            stamp.touch()
        return code


def _made_at(stamp: Path) -> float:
    return stamp.stat().st_mtime if stamp.exists() else 0


if __name__ == "__main__":
    sys.exit(main())
