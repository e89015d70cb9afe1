"""What of the pages of the enterprise's own an archive of stories takes along.

Figures stay behind, as their claims do.
"""

from upendo.catalogue.moving.kinds import Kind, add_kinds
from upendo.pages.models import Audience, Block, Chapter, Page


def _is_arranged(chapter: Chapter) -> bool:
    return not chapter.is_by_itself


def _is_by_itself(chapter: Chapter) -> bool:
    return chapter.is_by_itself


def _is_no_figure(block: Block) -> bool:
    return block.claim_id is None


add_kinds(
    Kind(
        Chapter,
        identity=("built_in", "title"),
        moves=_is_arranged,
        has_by_itself=_is_by_itself,
    ),
    Kind(Page, identity=("slug",)),
    Kind(Audience, owner="page"),
    Kind(Block, owner="page", left_out=frozenset({"claim"}), moves=_is_no_figure),
)
