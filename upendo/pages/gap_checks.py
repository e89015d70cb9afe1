"""What a page of the enterprise's own lacks."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext

from upendo.catalogue.models import Consent
from upendo.catalogue.models.shown import may_be_heard
from upendo.editing.gaps import Gap, check, gaps_of
from upendo.pages.models import Block, Page

BLOCKS = "blocks-group"


@check(
    Page,
    "blocks__picture",
    "blocks__claim",
    "blocks__beekeeper__consents",
    "blocks__recording__voices__consents",
)
def _page(page: Page) -> Iterator[Gap]:
    blocks = page.blocks.all()
    if not blocks:
        yield Gap(
            gettext("The page %(page)s has nothing on it.") % {"page": page},
            page,
            BLOCKS,
            blocks=True,
        )
    for block in blocks:
        yield from _block(page, block)


def _block(page: Page, block: Block) -> Iterator[Gap]:
    if block.picture:
        yield from gaps_of(block.picture)
    if block.claim and (why := block.claim.why_withheld(None, timezone.localdate())):
        words = gettext(
            "Not all readers see the figure “%(claim)s” on the page %(page)s: %(why)s."
        ) % {"claim": block.claim, "page": page, "why": why}
        yield Gap(words, block.claim, "id_status")
    if block.beekeeper and not block.beekeeper.agrees_to(Consent.Subject.NAME):
        words = gettext(
            "%(beekeeper)s has not agreed to be named: the page %(page)s leaves them out."
        ) % {"beekeeper": block.beekeeper, "page": page}
        yield Gap(words, page, BLOCKS)
    for person in {voice for voice in block.voices if not may_be_heard(voice)}:
        words = gettext(
            "%(person)s has not agreed that their voice is heard: the page %(page)s leaves the "
            "recording out."
        ) % {"person": person, "page": page}
        yield Gap(words, page, BLOCKS)
    if block.recording and not block.text:
        words = gettext(
            "What is heard in “%(recording)s” on the page %(page)s is not written below it, for "
            "people who cannot hear it."
        ) % {"recording": block.recording, "page": page}
        yield Gap(words, page, BLOCKS)
