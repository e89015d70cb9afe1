"""The letters of labels: their typefaces, embedded in every PDF, and how wide a text becomes."""

from functools import cache
from itertools import groupby
from pathlib import Path

from django.utils.translation import gettext

FOLDER = Path(__file__).with_name("fonts")
TEXT = ("source-sans-3", "source-sans-3-ext")
WORDMARK = ("fraunces", "source-sans-3")
MM_A_POINT = 25.4 / 72


class MissingLetterError(ValueError):
    """A text has a letter that no typeface of ours has."""


@cache
def load() -> None:
    """Register the typefaces once; a PDF then holds the letters that it uses."""
    from reportlab import rl_config  # noqa: PLC0415 - as below
    from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: PLC0415 - only where labels are
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - made

    rl_config.useA85 = 0  # bytes as they are, a fifth fewer
    for name in {*TEXT, *WORDMARK}:
        registerFont(TTFont(name, FOLDER / f"{name}.ttf"))


def runs(text: str, faces: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return a text in parts, each with the name of the first face that has its letters.

    Raises MissingLetterError.
    """
    return [
        (face, "".join(letters)) for face, letters in groupby(text, lambda c: _face_of(c, faces))
    ]


def width(text: str, faces: tuple[str, ...], points: float) -> float:
    """Return how wide a text is, in mm. Raises MissingLetterError."""
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415 - as above

    load()
    points_wide = sum(stringWidth(part, face, points) for face, part in runs(text, faces))
    return float(points_wide) * MM_A_POINT


@cache
def _face_of(letter: str, faces: tuple[str, ...]) -> str:
    from reportlab.pdfbase.pdfmetrics import getFont  # noqa: PLC0415 - as above

    load()
    for face in faces:
        if ord(letter) in getFont(face).face.charToGlyph:
            return face
    raise MissingLetterError(
        gettext("Labels have no “%(letter)s” in their typeface. Leave out the line that has it.")
        % {"letter": letter}
    )
