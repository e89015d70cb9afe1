"""Pages with plain defaults."""

from typing import Any

import factory

from upendo.pages.models import Block, Chapter, Page


def built_in(name: str) -> Chapter:
    """Return a built-in chapter, whose row is there after migrating."""
    return Chapter.objects.get_or_create(built_in=name)[0]


class PageFactory(factory.django.DjangoModelFactory[Page]):
    """A page in the beekeeper's chapter, with one text on it."""

    class Meta:
        model = Page
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Page {n}")
    slug = factory.Sequence(lambda n: f"page-{n}")
    chapter = factory.LazyFunction(lambda: built_in("beekeeper"))

    @factory.post_generation
    def blocks(self: Any, create: bool, blocks: list[dict[str, Any]] | None, **_: object) -> None:
        """Put a text on it, or what the test says."""
        for position, block in enumerate(blocks or [{"text": "They are wild."}]):
            Block.objects.create(page=self, position=position, **block)
