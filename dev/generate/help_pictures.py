"""Puts what the browser test of the desk saw into the guides.

    python -m dev.generate.help_pictures

Run the test first; only pictures that it has taken are replaced.
"""

import sys

from PIL import Image

from dev.postgres import PROJECT

TAKEN = PROJECT / "test-results" / "help"
GUIDES = PROJECT / "upendo" / "desk" / "static" / "desk" / "help"


def main() -> int:
    """Return 1 with a sentence when the test has not run."""
    pictures = sorted(TAKEN.glob("*.png"))
    if not pictures:
        print("There are no pictures yet. Run: make test-browser", file=sys.stderr)
        return 1
    for picture in pictures:
        with Image.open(picture) as image:
            image.convert("RGB").save(GUIDES / f"{picture.stem}.webp", quality=72, method=6)
    print(f"{len(pictures)} pictures are in the guides.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
