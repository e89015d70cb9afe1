"""Runs the attacks of this folder one after the other; ends with 1 if one lost something."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


def run(modules: Iterable[str]) -> list[str]:
    """Run each module, and return those that failed."""
    failed = []
    for module in modules:
        print(f"\n{module}", flush=True)
        attack = [sys.executable, "-m", module]
        if subprocess.run(attack, check=False).returncode:  # noqa: S603 - our own module
            failed.append(module)
    return failed


def main() -> int:
    """Run all attacks, and say how it ended."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    failed = run(f"dev.attack.{name}" for name in names)
    print(f"\n{len(names)} attacks; something was lost in {', '.join(failed) or 'none'}.")
    return 0 if names and not failed else 1  # no attacks at all prove nothing


if __name__ == "__main__":
    sys.exit(main())
