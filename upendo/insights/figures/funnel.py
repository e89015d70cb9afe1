"""How far readers get: the pages of a story, part by part, with how many saw each."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from upendo.insights.figures.charts import Shared, per_hundred
from upendo.story.built_in_pages import BY_NAME, CHAPTERS, MENU, PAGES
from upendo.story.pages import OWN_PAGES

PARTS = {
    _("The beginning"): (MENU.name,),
    _("The beekeeper"): CHAPTERS["beekeeper"],
    _("The honey"): CHAPTERS["honey"],
    _("The forest"): CHAPTERS["forest"],
    _("The footprint"): CHAPTERS["footprint"],
    _("The end"): CHAPTERS["asante"],
}
# Who does not write has not stopped reading; and the others are not in every story.
OPTIONAL = frozenset({"beekeeper-message", *(page.name for page in PAGES if page.needs)})
WORDS = {"beekeeper": "the beekeeper", "honey": "the honey", "forest": "the forest"}
OWN_TITLE = _("Pages of your own")  # wherever they stand in a story
ENOUGH = 50  # views of a page, below which nothing is said of where they lead
MOST_LEAVE = 50  # of a hundred


@dataclass(frozen=True)
class Step(Shared):
    """One page: how many visits saw it, of a hundred, and how many stopped there."""

    name: str
    seen: int
    per_hundred: float
    # Of a hundred that saw this page, how many did not see the part's next; None on the last.
    stopped: float | None

    @property
    def title(self) -> str:
        """What the page is called."""
        return title_of(self.name)

    @property
    def most_leave(self) -> bool:
        """Whether it was seen often, and more than half of those who saw it stopped there."""
        return self.stopped is not None and self.seen >= ENOUGH and self.stopped > MOST_LEAVE


@dataclass(frozen=True)
class Part:
    """One part of a story with its pages in order."""

    title: str
    steps: list[Step]


def title_of(page: str) -> str:
    """Return what a page is called, whoever its story is about."""
    return str(OWN_TITLE) if page == OWN_PAGES else BY_NAME[page].heading_for(WORDS)


def funnel(seen: Mapping[str, int], visits: int) -> list[Part]:
    """Return the parts of a story with how many visits saw each of their pages."""
    parts = PARTS | ({OWN_TITLE: (OWN_PAGES,)} if seen.get(OWN_PAGES) else {})
    return [Part(str(title), list(_steps(pages, seen, visits))) for title, pages in parts.items()]


def best_read(parts: list[Part]) -> Step | None:
    """Return the page that most visits saw, the beginning left out; None if none did."""
    steps = [step for part in parts[1:] for step in part.steps if step.seen]
    return max(steps, key=lambda step: step.seen, default=None)


def left_by_most(parts: list[Part]) -> list[Step]:
    """Return the pages that most readers leave, the worst first."""
    steps = [step for part in parts for step in part.steps if step.most_leave]
    return sorted(steps, key=lambda step: -(step.stopped or 0))


def _steps(pages: Sequence[str], seen: Mapping[str, int], visits: int) -> Iterator[Step]:
    for page, following in itertools.zip_longest(pages, pages[1:]):
        number = seen.get(page, 0)
        stopped = None
        if following and following not in OPTIONAL and number:
            stopped = 100 * max(number - seen.get(following, 0), 0) / number
        yield Step(page, number, per_hundred(number, visits), stopped)
