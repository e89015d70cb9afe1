"""The footprint as two bars, for the share pictures of its pages."""

from dataclasses import dataclass

from upendo.site.share import lettering
from upendo.story.schema import Footprint

LEFT, WIDTH = 668, 468  # px
# As on the pages.
TONES = ("#2f6b3c", "#d99a1e", "#5a4c3b", "#992b1a")
NAME_SIZES = {32: 1, 26: 2, 22: 2}


@dataclass(frozen=True)
class Bar:
    """One honey: its name, its sum, and the stages that make it, from left to right in px."""

    name_size: int
    name: list[list[tuple[str, str]]]
    amount: str
    stages: list[tuple[int, int, str]]


def bars(footprint: Footprint | None) -> list[Bar]:
    """Return a bar for each honey; only our own where the two cannot be compared.

    Returns nothing where nothing of ours was measured.
    """
    if footprint is None:
        return []
    measured = [
        (stage["grams_per_kg"], stage["comparison_grams_per_kg"]) for stage in footprint["stages"]
    ]
    ours = [ours for ours, _ in measured]
    others = [other for _, other in measured]
    if all(grams is None for grams in ours):
        return []
    sides = [(footprint["subject"], "This honey", ours)]
    if all((our is None) == (other is None) for our, other in measured):
        sides.append((footprint["comparison"], "The compared honey", others))
    longest = max(sum(grams or 0 for grams in stages) for _, _, stages in sides)
    return [_bar(name, plain, stages, longest) for name, plain, stages in sides]


def _bar(name: str, plain: str, stages: list[int | None], longest: int) -> Bar:
    written = name if lettering.is_drawable(name) else plain
    size, lines = lettering.fit(written, WIDTH, NAME_SIZES, lettering.LINE)
    boxes, done = [], 0
    for number, grams in enumerate(stages):
        start, done = done, done + (grams or 0)
        left, right = (LEFT + round(WIDTH * at / max(longest, 1)) for at in (start, done))
        if right > left:
            boxes.append((left, right - left, TONES[number % len(TONES)]))
    return Bar(size, [lettering.runs(line, lettering.LINE) for line in lines], f"{done:,} g", boxes)
