"""What a page of the enterprise's own lacks."""

from collections.abc import Iterator

from django.utils import timezone

from upendo.catalogue.models import Consent
from upendo.editing.gaps import Gap, check, gaps_of
from upendo.pages.models import Block, Page

BLOCKS = "blocks-group"


@check(Page, "blocks__picture", "blocks__claim", "blocks__beekeeper__consents")
def _page(page: Page) -> Iterator[Gap]:
    blocks = page.blocks.all()
    if not blocks:
        yield Gap(f"The page {page} has nothing on it.", page, BLOCKS, blocks=True)
    for block in blocks:
        yield from _block(page, block)


def _block(page: Page, block: Block) -> Iterator[Gap]:
    if block.picture:
        yield from gaps_of(block.picture)
    if block.claim and (why := block.claim.why_withheld(None, timezone.localdate())):
        words = f"Not all readers see the figure “{block.claim}” on the page {page}: {why}."
        yield Gap(words, block.claim, "id_status")
    if block.beekeeper and not block.beekeeper.agrees_to(Consent.Subject.NAME):
        words = f"{block.beekeeper} has not agreed to be named: the page {page} leaves them out."
        yield Gap(words, page, BLOCKS)
