"""The pages of a story and their titles and descriptions, for browsers, shares and crawlers."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Page:
    """One page of a story. Title and description may name {beekeeper}, {honey} and {forest}."""

    name: str
    title: str
    description: str
    # Where the story keeps the picture that stands for the page, best first.
    pictures: tuple[str, ...] = ("honey.jar_photo",)
    about_product: bool = False

    def title_for(self, words: dict[str, str]) -> str:
        """Return the document's title."""
        return f"{_sentence(self.title, words)} · Upendo Honey"

    def description_for(self, words: dict[str, str]) -> str:
        """Return the sentence that search engines and share previews show."""
        return _sentence(self.description, words)

    def picture_in(self, story: dict[str, Any]) -> dict[str, Any] | None:
        """Return the picture of a story document that stands for this page, if it has one."""
        found = (_follow(story, path) for path in (*self.pictures, *_ANY_PICTURE))
        return next((picture for picture in found if picture), None)


def _sentence(text: str, words: dict[str, str]) -> str:
    filled = text.format(**words)
    return filled[:1].upper() + filled[1:]


_ANY_PICTURE = ("honey.jar_photo", "beekeeper.portrait", "forest.photo")


def _follow(story: dict[str, Any], path: str) -> dict[str, Any] | None:
    part: Any = story
    for name in path.split("."):
        part = part and part[name]
    return part[0] if part and isinstance(part, list) else part or None


MENU = Page(
    "menu",
    "The story of your jar",
    "{beekeeper} harvested this {honey} in {forest}. Meet the people, the honey and the forest.",
    about_product=True,
)
# Django's own page: the whole story at once, and no page of the React application.
READ = Page(
    "read",
    "The whole story of {honey}",
    "{beekeeper}, {honey}, {forest} and the footprint: the whole story on one page.",
    about_product=True,
)
PAGES = [
    MENU,
    Page(
        "beekeeper",
        "Meet {beekeeper}",
        "Meet {beekeeper}, who harvested this honey.",
        ("beekeeper.portrait", "forest.photo"),
    ),
    Page(
        "beekeeper-letter",
        "A letter from {beekeeper}",
        "What {beekeeper} would like to tell you.",
        ("beekeeper.letter.photo", "beekeeper.portrait"),
    ),
    Page(
        "beekeeper-message",
        "Write to {beekeeper}",
        "Write back to {beekeeper}, who harvested this honey.",
        ("beekeeper.portrait",),
    ),
    Page("honey-type", "{honey}", "What {honey} is and how it tastes.", about_product=True),
    Page(
        "honey-harvest",
        "How {honey} is harvested",
        "High in the tree: how {honey} is harvested.",
        ("honey.harvest_pictures",),
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
        ("forest.photo",),
    ),
    Page(
        "tanzania-forest",
        "{forest}",
        "The trees, animals and people of {forest}.",
        ("forest.photo",),
    ),
    Page(
        "environment-forest",
        "Why a standing forest matters",
        "What {forest} does while it stands, and what beekeeping has to do with it.",
        ("forest.photo",),
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
