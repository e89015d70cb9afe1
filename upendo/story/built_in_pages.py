"""The pages that every story can have, with titles and descriptions for browsers and crawlers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from upendo.story.schema import Picture, Story


def _jar_photo(story: Story) -> Picture | None:
    return story["honey"]["jar_photo"]


def _harvest_picture(story: Story) -> Picture | None:
    return next(iter(story["honey"]["harvest_pictures"]), None)


def _portrait(story: Story) -> Picture | None:
    return story["beekeeper"]["portrait"]


def _letter_photo(story: Story) -> Picture | None:
    letter = story["beekeeper"]["letter"]
    return letter["photo"] if letter else None


def _way(story: Story) -> object:
    return story["batch"]["steps"]


def _people(story: Story) -> object:
    return story["people"]


def _figures(story: Story) -> object:
    return [claim for claim in story["claims"] if claim["payment"] or claim["figure"]]


def _step_picture(story: Story) -> Picture | None:
    pictures = (step["picture"] for step in story["batch"]["steps"])
    return next((picture for picture in pictures if picture), None)


def _forest_photo(story: Story) -> Picture | None:
    return story["forest"]["photo"]


_ANY_PICTURE = (_jar_photo, _portrait, _forest_photo)


@dataclass(frozen=True)
class Page:
    """One page of a story. Title and description may name {beekeeper}, {honey} and {forest}."""

    name: str
    title: str
    description: str
    # What finds the picture that stands for the page in a story, best first.
    pictures: tuple[Callable[[Story], Picture | None], ...] = (_jar_photo,)
    about_product: bool = False
    about_footprint: bool = False
    # What it shows: a story that has nothing of it does not have the page either.
    needs: Callable[[Story], object] | None = None
    # What else its title and description may name.
    own_words: Mapping[str, str] = field(default_factory=dict)

    def title_for(self, words: dict[str, str]) -> str:
        """Return the document's title."""
        return f"{self.heading_for(words)} · Upendo Honey"

    def heading_for(self, words: dict[str, str]) -> str:
        """Return what the page is called."""
        return _sentence(self.title, {**words, **self.own_words})

    def description_for(self, words: dict[str, str], *, measured: bool) -> str:
        """Return the sentence that search engines and share previews show.

        Without a measured footprint its pages do not promise one.
        """
        if self.about_footprint and not measured:
            return f"{self.title}: what is known of it, and what is not measured yet."
        return _sentence(self.description, {**words, **self.own_words})

    def picture_in(self, story: Story) -> Picture | None:
        """Return the picture of a story document that stands for this page, if it has one."""
        found = (find(story) for find in (*self.pictures, *_ANY_PICTURE))
        return next((picture for picture in found if picture), None)


def _sentence(text: str, words: dict[str, str]) -> str:
    filled = text.format(**words)
    return filled[:1].upper() + filled[1:]


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
        (_portrait, _forest_photo),
    ),
    Page(
        "beekeeper-letter",
        "A letter from {beekeeper}",
        "What {beekeeper} would like to tell you.",
        (_letter_photo, _portrait),
    ),
    Page(
        "people",
        "Together with {beekeeper}",
        "Who else harvested this {honey} in {forest}.",
        (_portrait,),
        needs=_people,
    ),
    Page(
        "brought",
        "What it brought {beekeeper}",
        "What was paid for this {honey}, on which day, and what else came of it.",
        (_portrait,),
        needs=_figures,
    ),
    Page("honey-type", "{honey}", "What {honey} is and how it tastes.", about_product=True),
    Page(
        "honey-harvest",
        "How {honey} is harvested",
        "High in the tree: how {honey} is harvested.",
        (_harvest_picture,),
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
        (_forest_photo,),
    ),
    Page(
        "tanzania-forest",
        "{forest}",
        "The trees, animals and people of {forest}.",
        (_forest_photo,),
    ),
    Page(
        "journey",
        "From {forest} to the shop",
        "The way of this {honey}, step by step: where it was, and on which day.",
        (_step_picture, _forest_photo),
        needs=_way,
    ),
    Page(
        "environment-forest",
        "Why a standing forest matters",
        "What {forest} does while it stands, and what beekeeping has to do with it.",
        (_forest_photo,),
    ),
    Page(
        "environment-carbon-graph",
        "The footprint, stage by stage",
        "What this honey emitted on its way, stage by stage, beside a domestic honey.",
        (_forest_photo,),
        about_footprint=True,
    ),
    Page(
        "environment-net-carbon",
        "The whole footprint",
        "The whole footprint of this honey in one chart, with its method and source.",
        (_forest_photo,),
        about_footprint=True,
    ),
    Page(
        "asante",
        "Thank you from {beekeeper}",
        "The end of the story: write to {beekeeper}, cook, and tell a friend.",
        (_portrait,),
    ),
    Page(
        "beekeeper-message",
        "Write to {beekeeper}",
        "Write back to {beekeeper}, who harvested this honey.",
        (_portrait,),
    ),
]
BY_NAME = {page.name: page for page in PAGES}
# The chapters of a story with their pages, in reading order; the menu stands in none.
CHAPTERS = {
    "beekeeper": ("beekeeper", "beekeeper-letter", "people", "brought"),
    "honey": ("honey-type", "honey-harvest", "honey-health"),
    "forest": ("tanzania-map", "tanzania-forest", "journey"),
    "footprint": ("environment-forest", "environment-carbon-graph", "environment-net-carbon"),
    "asante": ("asante", "beekeeper-message"),
}
