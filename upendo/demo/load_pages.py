"""Brings the demonstration's page of its own into the database, with the story that it is for."""

from typing import Any

from upendo.catalogue.models import Beekeeper, Jar
from upendo.demo import pages
from upendo.demo.load_stories import picture_of
from upendo.pages.models import Audience, Block, Chapter, Page


def load_pages(codes: list[str]) -> None:
    """Create the page if its story is among these."""
    if pages.CODE not in codes or Page.objects.filter(slug=pages.SLUG).exists():
        return
    chapter = Chapter.objects.create(position=pages.PLACE, **pages.CHAPTER)
    page = Page.objects.create(title=pages.TITLE, slug=pages.SLUG, chapter=chapter)
    jar = Jar.objects.select_related("batch").get(code=pages.CODE)
    Audience.objects.create(page=page, honey_id=jar.batch.honey_id)
    people = {person.name: person for person in Beekeeper.objects.all()}
    for position, block in enumerate(pages.BLOCKS):
        links: dict[str, Any] = {}
        if "picture" in block:
            links["picture"] = picture_of(*block["picture"])
        if "beekeeper" in block:
            links["beekeeper"] = people.get(block["beekeeper"])
            if links["beekeeper"] is None:  # somebody has changed the name
                continue
        Block.objects.create(page=page, position=position, **block | links)
