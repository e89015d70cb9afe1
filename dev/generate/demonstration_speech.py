"""Has a speech program read the demonstration's letters.

    python -m dev.generate.demonstration_speech

espeak-ng (Debian's package of that name) speaks Swahili as a machine does, and the page says so. It
takes a second; but who loads the demonstration need not have it. Run this after a change of
the letters in `upendo/demo/letters.py`.
"""

import io
import subprocess
from pathlib import Path

import av

from upendo.demo.letters import LETTERS, SPOKEN

FOLDER = Path(__file__).resolve().parents[2] / "upendo/demo/recordings"
WORDS_A_MINUTE = 135
BITS = 24_000  # a second; it is encoded once more when it is taken in


def main() -> None:
    """Speak each letter into a file of its own."""
    FOLDER.mkdir(exist_ok=True)
    for name in SPOKEN:
        (FOLDER / f"letter-{name}.ogg").write_bytes(speak(LETTERS[name]["text"]))


def speak(text: str) -> bytes:
    """Return a text in Swahili as speech: Opus in an Ogg file, as messengers send it."""
    program = ["espeak-ng", "-v", "sw", "-s", str(WORDS_A_MINUTE), "--stdin", "--stdout"]
    spoken = subprocess.run(  # noqa: S603 - a fixed program
        program, input=text.encode(), capture_output=True, check=True
    )
    content = io.BytesIO()
    with (
        av.open(io.BytesIO(spoken.stdout), "r", format="wav") as source,
        av.open(content, "w", format="ogg") as target,
    ):
        stream = target.add_stream("libopus", rate=24_000, layout="mono", bit_rate=BITS)
        for frame in source.decode(audio=0):
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    return content.getvalue()


if __name__ == "__main__":
    main()
