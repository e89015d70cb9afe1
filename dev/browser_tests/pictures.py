"""Shows every page's picture on one page, with master's beside it where the two differ.

`make pictures` writes test-results/pictures/index.html, `make keep-pictures` keeps the pictures as
those of master, for the next time.
"""

import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image, ImageChops

from dev.postgres import LOCAL, PROJECT

TAKEN = PROJECT / "test-results" / "pictures"
KEPT = LOCAL / "pictures-of-master"
BEFORE = "before"
WIDTHS = {"phone": 390, "desktop": 1366}
# A picture differs when more of it than this has another colour: type is not drawn the same twice.
SHADES = 24
SHARE = 0.0005
STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; margin: 1rem; color: #222; background: #fff }
.pair { display: flex; flex-wrap: wrap; gap: 1rem; align-items: start }
figure { margin: 0 0 1rem } img { max-width: 100%; border: 1px solid #bbb }
.phone img { width: 390px } .desktop img { width: 683px }
"""


@dataclass(frozen=True)
class Picture:
    """One page at one width, `phone/first-page` for example; `state` is what became of it."""

    name: str
    state: str

    @property
    def width(self) -> str:
        return self.name.split("/")[0]


def main(taken: Path = TAKEN, kept: Path = KEPT) -> int:
    """Return 1 with a sentence when there are no pictures."""
    found = names(taken)
    if not found:
        print("There are no pictures yet. Run: make pictures", file=sys.stderr)
        return 1
    if "--keep" in sys.argv[1:]:
        shutil.rmtree(kept, ignore_errors=True)
        for name in found:
            copy(taken / f"{name}.png", kept / f"{name}.png")
        print(f"{len(found)} pictures are kept as those of master.")
        return 0
    pictures = compare(found, taken, kept)
    (taken / "index.html").write_text(index(pictures), encoding="utf-8")
    changed = sum(picture.state != "same" for picture in pictures)
    print(f"{len(found)} pictures, {changed} unlike master's: {taken / 'index.html'}")
    return 0


def names(folder: Path) -> list[str]:
    """The pictures in a folder, each by its width and page."""
    files = (file for width in WIDTHS for file in sorted((folder / width).glob("*.png")))
    return [str(file.relative_to(folder).with_suffix("")) for file in files]


def compare(found: Iterable[str], taken: Path, kept: Path) -> list[Picture]:
    """Say what became of each picture, and lay master's beside those that differ."""
    shutil.rmtree(taken / BEFORE, ignore_errors=True)
    pictures = []
    for name in dict.fromkeys([*found, *names(kept)]):
        now, before = taken / f"{name}.png", kept / f"{name}.png"
        state = "gone" if not now.exists() else "new" if not before.exists() else "same"
        if state == "same" and differ(now, before):
            state = "changed"
        if state in {"changed", "gone"}:
            copy(before, taken / BEFORE / f"{name}.png")
        pictures.append(Picture(name, state))
    return pictures


def differ(one: Path, other: Path) -> bool:
    """Whether a person might see a difference, the size included."""
    with Image.open(one) as first, Image.open(other) as second:
        if first.size != second.size:
            return True
        channels = ImageChops.difference(first.convert("RGB"), second.convert("RGB")).split()
        most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
        unlike = sum(most.histogram()[SHADES:])
        return unlike > SHARE * first.width * first.height


def copy(source: Path, target: Path) -> None:
    """Copy a file into a folder that may not exist yet."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def index(pictures: list[Picture]) -> str:
    """The page: what changed first, then all the rest."""
    sections = [
        section(title, [picture for picture in pictures if picture.state in states])
        for title, states in (
            ("Unlike master", {"changed", "gone"}),
            ("Not on master yet, or no picture of master to compare with", {"new"}),
            ("As on master", {"same"}),
        )
    ]
    return (
        '<!doctype html>\n<html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Every page</title><style>{STYLE}</style><h1>Every page</h1>"
        f"{''.join(sections)}</html>\n"
    )


def section(title: str, pictures: list[Picture]) -> str:
    """A heading with its pictures, or nothing."""
    shown = "".join(figure(picture) for picture in pictures)
    return f"<h2>{escape(title)} ({len(pictures)})</h2>{shown}" if pictures else ""


def figure(picture: Picture) -> str:
    """One page, with master's picture of it before where the two differ."""
    name = escape(picture.name)
    shown = []
    if picture.state in {"changed", "gone"}:
        shown.append(("on master", f"{BEFORE}/{name}.png"))
    if picture.state != "gone":
        shown.append(("here", f"{name}.png"))
    images = "".join(
        f'<figure class="{picture.width}"><a href="{path}"><img src="{path}" loading="lazy"'
        f' alt="{name} {where}"></a><figcaption>{where}</figcaption></figure>'
        for where, path in shown
    )
    return f'<h3>{name}</h3><div class="pair">{images}</div>'


if __name__ == "__main__":
    sys.exit(main())
