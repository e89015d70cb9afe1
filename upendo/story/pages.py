"""The pages of a story and their titles and descriptions, for browsers, shares and crawlers."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import shorten

from upendo.story.schema import OwnPage, Person, Picture, Story


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
# What stands before the address of a page of the enterprise's own, in its name.
OWN = "p/"
# The names under which pages are counted; all of the enterprise's own have one.
OWN_PAGES = "own"
COUNTED = [*BY_NAME, OWN_PAGES]
LONGEST_DESCRIPTION = 160  # characters; search engines show no more


def own_name(slug: str) -> str:
    """Return the name of a page of the enterprise's own."""
    return f"{OWN}{slug}"


def is_own(name: str) -> bool:
    """Whether this is the name of a page of the enterprise's own, which a story may have."""
    return name.startswith(OWN)


def is_of_person(name: str) -> bool:
    """Whether this is the name of the page of one of several beekeepers, which a story may have."""
    return re.fullmatch(r"people/\d+", name, re.ASCII) is not None


def component_of(name: str) -> str:
    """Return the name of the frontend's component that draws a page."""
    return OWN_PAGES if is_own(name) else "person" if is_of_person(name) else name


def told_in(story: Story) -> dict[str, Page]:
    """Return the pages that a story has, by their names, in reading order.

    Those of several beekeepers follow, to which one comes from the page that names them all, and
    those of the enterprise's own.
    """
    told = {name: page for name, page in BY_NAME.items() if not page.needs or page.needs(story)}
    people = (_page_of(person) for person in story["people"])
    return told | {page.name: page for page in (*people, *_own_pages(story))}


def page_in(story: Story, name: str) -> Page | None:
    """Return a page that a story has, or the one that tells it whole, by its name."""
    return READ if name == READ.name else told_in(story).get(name)


def _page_of(person: Person) -> Page:
    # The address has no name in it: it would outlive the person's consent to be named.
    return Page(
        f"people/{person['number']}",
        "Meet {person}",
        "Meet {person}, who harvested this {honey} with {beekeeper}.",
        (lambda _: person["portrait"],),
        own_words={"person": person["name"]},
    )


def _own_pages(story: Story) -> Iterator[Page]:
    """Yield those of a story's pages that the enterprise has composed."""
    for chapter in story["contents"]:
        yield from map(_own_page, chapter["pages"])


def _own_page(page: OwnPage) -> Page:
    texts = [block["text"] for block in page["blocks"] if block["kind"] == "text"]
    description = shorten(next(iter(texts), page["title"]), LONGEST_DESCRIPTION, placeholder="…")

    def first_picture(_: Story) -> Picture | None:
        return next((block["picture"] for block in page["blocks"] if block["picture"]), None)

    return Page(
        own_name(page["slug"]),
        "{title}",
        "{description}",
        (first_picture,),
        own_words={"title": page["title"], "description": description},
    )


def titles_in(story: Story) -> dict[str, str]:
    """Return the titles of the pages that a story has, by their names, in reading order."""
    return {name: page.title_for(words(story)) for name, page in told_in(story).items()}


def words(story: Story) -> dict[str, str]:
    """Return what titles and descriptions may name, out of a story document."""
    return {
        "beekeeper": story["beekeeper"]["name"],
        "honey": story["honey"]["name"],
        "forest": story["forest"]["title"],
    }
