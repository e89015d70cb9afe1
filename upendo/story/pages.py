"""The pages that a story has, built in or of the enterprise's own, and what they are called."""

import re
from collections.abc import Iterator
from textwrap import shorten

from upendo.story.built_in_pages import BY_NAME, READ, Page
from upendo.story.schema import OwnPage, Person, Picture, Story

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
