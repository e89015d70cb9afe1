"""Prepares the typefaces of share pictures: `python -m dev.generate.share_typefaces`.

Each face is named after its file, so that a drawing can ask for this one and no other, and the
characters that it has are written down: to read them out of the faces takes a second and a library
that the web process does not need otherwise.
"""

import json
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path("upendo/site/share/fonts")
COVERAGE = FOLDER / "coverage.json"
FAMILY, FULL_NAME, POSTSCRIPT_NAME = 1, 4, 6  # in a face's table of names
WINDOWS, UNICODE, ENGLISH = 3, 1, 0x409


def main() -> None:
    """Name the faces and write down what they cover."""
    for file in FOLDER.glob("*.ttf"):
        face = TTFont(file, recalcTimestamp=False)
        for name in (FAMILY, FULL_NAME, POSTSCRIPT_NAME):
            face["name"].setName(file.stem, name, WINDOWS, UNICODE, ENGLISH)
        face.save(file)
    COVERAGE.write_text(json.dumps(coverage()) + "\n")


def coverage() -> dict[str, list[tuple[int, int]]]:
    """Return the first and the last character of each range that a face has, by its name."""
    return {file.stem: _ranges(file) for file in sorted(FOLDER.glob("*.ttf"))}


def _ranges(file: Path) -> list[tuple[int, int]]:
    characters = sorted(TTFont(file).getBestCmap())
    # In a range the distance to the place in the list stays the same.
    together = groupby(enumerate(characters), lambda item: item[1] - item[0])
    ranges = [[character for _, character in group] for _, group in together]
    return [(numbers[0], numbers[-1]) for numbers in ranges]


if __name__ == "__main__":
    main()
