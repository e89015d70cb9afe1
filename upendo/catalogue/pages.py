"""The pages of a story and their titles and descriptions, for browsers, shares and crawlers."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Page:
    """One page of a story. Title and description may name {beekeeper}, {honey} and {forest}."""

    name: str
    title: str
    description: str

    def title_for(self, words: dict[str, str]) -> str:
        """Return the document's title."""
        return f"{self.title.format(**words)} · Upendo Honey"

    def description_for(self, words: dict[str, str]) -> str:
        """Return the sentence that search engines and share previews show."""
        return self.description.format(**words)


MENU = Page(
    "menu",
    "The story of your jar",
    "{beekeeper} harvested this {honey} in {forest}. Meet the person, the honey and the forest.",
)
PAGES = [
    MENU,
    Page("beekeeper", "{beekeeper}, beekeeper", "Meet {beekeeper}, who harvested this honey."),
    Page(
        "beekeeper-letter",
        "A letter from {beekeeper}",
        "A handwritten letter from {beekeeper} to you, with its translation.",
    ),
    Page(
        "beekeeper-message",
        "Write to {beekeeper}",
        "Write back to {beekeeper}, the beekeeper behind this jar.",
    ),
    Page("honey-type", "{honey}", "What {honey} is and how it tastes."),
    Page(
        "honey-harvest", "How {honey} is harvested", "High in the tree: how {honey} is harvested."
    ),
    Page(
        "honey-health",
        "What is in the jar",
        "What was measured in this {honey}, how to keep it, and who should not eat it.",
    ),
    Page(
        "tanzania-map",
        "Where {honey} comes from",
        "From the whole world down to {forest} in western Tanzania.",
    ),
    Page("tanzania-forest", "{forest}", "The trees, animals and people of {forest}."),
    Page(
        "environment-forest",
        "Why a standing forest matters",
        "What {forest} does while it stands, and what beekeeping has to do with it.",
    ),
    Page(
        "environment-carbon-graph",
        "The footprint, stage by stage",
        "What this honey emitted on its way, stage by stage, beside a domestic honey.",
    ),
    Page(
        "environment-net-carbon",
        "The whole footprint",
        "The whole footprint of this honey in one chart, with its method and source.",
    ),
]
BY_NAME = {page.name: page for page in PAGES}


def words(story: dict[str, Any]) -> dict[str, str]:
    """Return what titles and descriptions may name, out of a story document."""
    return {
        "beekeeper": story["beekeeper"]["name"],
        "honey": story["honey"]["name"],
        "forest": story["forest"]["title"],
    }
