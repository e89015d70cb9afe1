"""Which stories tell the pages of the enterprise's own, and what stands on them."""

from typing import Any

from django.db.models import Exists, Q, QuerySet

from upendo.catalogue.also_told import AlsoTold, add_also_told
from upendo.catalogue.models import Beekeeper, Content, Jar, Picture, Recording
from upendo.catalogue.models.story_paths import any_of
from upendo.pages.models import Block, Chapter, Page
from upendo.pages.models.page import ALL_JARS, NO_JAR


def _told_pages(jars: QuerySet[Jar]) -> Q:
    return Q(pk__in=Page.objects.told_by(jars))


def _told_chapters(jars: QuerySet[Jar]) -> Q:
    """Those of every story, and those with a page that one of these stories tells."""
    of_every_story = ~Q(built_in="") & Q(Exists(jars.order_by()))
    told = Page.objects.filter(pk__in=Page.objects.told_by(jars))
    return of_every_story | Q(pk__in=told.values("chapter"))


def _jars_of_pages(pages: QuerySet[Page]) -> Q:
    return any_of([NO_JAR, *(page.jars() for page in pages.prefetch_related("audience"))])


def _jars_of_chapter(chapter: Chapter) -> Q:
    return ALL_JARS if chapter.built_in else _jars_of_pages(chapter.pages.all())


def _add_what_stands_on_pages(model: type[Content], field: str) -> None:
    """Have stories tell the records to which blocks of their pages lead by a field."""

    def told_by(jars: QuerySet[Jar]) -> Q:
        blocks = Block.objects.filter(page__in=Page.objects.told_by(jars))
        return Q(pk__in=blocks.filter(**{f"{field}__isnull": False}).values(field))

    def tells(record: Any) -> Q:
        return _jars_of_pages(Page.objects.placed().filter(**{f"blocks__{field}": record}))

    add_also_told(AlsoTold(model, told_by, tells))


add_also_told(AlsoTold(Page, _told_pages, lambda page: page.jars()))
add_also_told(AlsoTold(Chapter, _told_chapters, _jars_of_chapter))
_add_what_stands_on_pages(Picture, "picture")
_add_what_stands_on_pages(Recording, "recording")
_add_what_stands_on_pages(Beekeeper, "beekeeper")
