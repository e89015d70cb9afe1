"""Draws the demonstration's pictures: all of them, or those that are named.

    python -m dev.generate.demonstration_art [NAME …]

A drawing of hills and leaves takes up to three seconds, so whoever loads the demonstration finds
it drawn. Run this after a change of `upendo/demo/art/NAME.svg`.
"""

import io
import sys
from pathlib import Path

import resvg_py
from PIL import Image

ART = Path(__file__).resolve().parents[2] / "upendo/demo/art"
WIDTH = 1200  # px; sharp on a phone's screen, and half the work of 1600


def main() -> None:
    """Draw the pictures that the arguments name, or all."""
    for name in sys.argv[1:] or [file.stem for file in ART.glob("*.svg")]:
        draw(name, WIDTH).save(ART / f"{name}.webp", quality=84, method=6)


def draw(name: str, width: int) -> Image.Image:
    """Return a drawing at a width in px."""
    drawing = resvg_py.svg_to_bytes(
        svg_path=str(ART / f"{name}.svg"),
        width=width,
        skip_system_fonts=True,
        font_files=[str(font) for font in ART.glob("*.ttf")],
    )
    return Image.open(io.BytesIO(bytes(drawing))).convert("RGB")


if __name__ == "__main__":
    main()
