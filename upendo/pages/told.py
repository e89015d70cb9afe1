"""What of chapters and pages a story tells: what its readers may be shown today."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch

from upendo.catalogue.models import Jar, Market, Picture, Recording
from upendo.catalogue.models.shown import ShownBeekeeper, may_be_heard, shown_person
from upendo.claims.models import Claim
from upendo.pages.models import Block, Chapter, Page
from upendo.pages.models.chapter import BuiltIn
from upendo.story.pages import own_name

OWN = "own"


@dataclass(frozen=True)
class ToldBlock:
    """A block that may be shown, with what it needs."""

    kind: str
    text: str
    said_by: str
    url: str
    picture: Picture | None
    claim: Claim | None
    recording: Recording | None
    person: ShownBeekeeper | None


@dataclass(frozen=True)
class ToldPage:
    """A page with at least one block."""

    slug: str
    title: str
    blocks: list[ToldBlock]


@dataclass(frozen=True)
class ToldChapter:
    """A chapter, the pages of one's own in it, and the order of all pages that it may have.

    Without an order, those of one's own follow those that are built in.
    """

    kind: str  # the name of a built-in chapter, or OWN
    title: str
    line: str
    pages: list[ToldPage] = field(default_factory=list)
    order: list[str] = field(default_factory=list)


def told_contents(jar: Jar, market: Market | None, today: date) -> list[ToldChapter]:
    """Return the chapters of a jar's story in their order; none when it has but the built-in ones.

    That is what nearly every story is, and then it costs two queries and no more.
    """
    pages = _pages(jar, market, today)
    shown = [chapter for chapter in Chapter.objects.in_order() if not chapter.hidden]
    told = [
        _chapter(chapter, pages.get(chapter.pk, []))
        for chapter in shown
        if chapter.built_in or chapter.pk in pages
    ]
    as_built_in = [ToldChapter(name, "", "") for name in BuiltIn]
    return [] if told == as_built_in else told


def _chapter(chapter: Chapter, pages: list[ToldPage]) -> ToldChapter:
    names = chapter.by_itself(own_name(page.slug) for page in pages)
    arranged = chapter.arranged(names)
    order = [] if arranged == names else arranged
    return ToldChapter(chapter.built_in or OWN, chapter.title, chapter.line, pages, order)


def _pages(jar: Jar, market: Market | None, today: date) -> dict[int | None, list[ToldPage]]:
    """Return the pages of a jar's story by their chapter."""
    blocks = Block.objects.select_related("picture", "claim", "recording", "beekeeper__portrait")
    placed = Page.objects.placed().prefetch_related(
        "audience",
        Prefetch("blocks", blocks),
        "blocks__beekeeper__consents",
        "blocks__recording__voices__consents",
    )
    meant = [page for page in placed if page.is_for(jar, market)]
    proven = _proven(meant, market, today)
    found: dict[int | None, list[ToldPage]] = {}
    for page in meant:
        told = [one for block in page.blocks.all() if (one := _block(block, proven))]
        if told:
            told_page = ToldPage(page.slug, page.title, told)
            found.setdefault(page.chapter_id, []).append(told_page)
    return found


def _proven(pages: Iterable[Page], market: Market | None, today: date) -> frozenset[int]:
    """Return the primary keys of the pages' claims that may be said."""
    named = {block.claim_id for page in pages for block in page.blocks.all() if block.claim_id}
    if not named:
        return frozenset()
    told = Claim.objects.filter(pk__in=named).proven().valid_on(today).allowed_in(market)
    return frozenset(told.values_list("pk", flat=True))


def _block(block: Block, proven: frozenset[int]) -> ToldBlock | None:
    """Return a block as it is shown; None when what it is made of may not be."""
    person = shown_person(block.beekeeper) if block.beekeeper else None
    if (block.claim_id and block.claim_id not in proven) or (block.beekeeper_id and not person):
        return None
    if not all(may_be_heard(voice) for voice in block.voices):
        return None
    return ToldBlock(
        block.kind,
        block.text,
        block.said_by,
        block.url,
        block.picture,
        block.claim,
        block.recording,
        person,
    )
