"""Changes codes: brings drafts live, retires live ones, undoes that, publishes what waits of them.

There may be a million of them, so they are changed some at a time. Whoever stops in between has
done a part, and does the rest by beginning again.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Min, QuerySet
from django.utils import timezone

from upendo.catalogue.gap_checks.story_gaps import gaps_in_story, ready_to_look_at
from upendo.catalogue.models import Jar
from upendo.catalogue.models.jar import JarQuerySet
from upendo.editing import drafts
from upendo.editing.bulk import keep_states
from upendo.editing.gaps import Gap, blocking
from upendo.editing.models import Draft, DraftQuerySet

CODES_A_ROUND = 1000
DRAFTS_A_ROUND = 50  # each asks some twenty times whether readers may see it


class NotReadyError(Exception):
    """The stories of these codes have gaps that block."""

    def __init__(self, gaps: list[Gap]) -> None:
        super().__init__(" ".join(gap.words for gap in gaps))
        self.gaps = gaps


@dataclass(frozen=True)
class Round:
    """What is done for good: how many codes changed, and the primary key up to which all have."""

    changed: int
    up_to: int


# Codes in whatever status, the key after which to begin, who does it.
type Change = Callable[[QuerySet[Jar], int, User | None], Iterator[Round]]


def require_ready(jars: Iterable[Jar]) -> None:
    """Raise NotReadyError when a gap in the stories of these jars keeps them from going live."""
    gaps = [gap for jar in jars for gap in blocking(gaps_in_story(jar))]
    if gaps:
        raise NotReadyError(list(dict.fromkeys(gaps)))


def require_drafts_ready(jars: QuerySet[Jar], after: int = 0) -> None:
    """Raise NotReadyError when the story of a draft among these, after this key, is not ready."""
    waiting = jars.filter(pk__gt=after, status=Jar.Status.DRAFT)
    require_ready(ready_to_look_at(_one_of_each_story(waiting)))


def _one_of_each_story(jars: QuerySet[Jar]) -> JarQuerySet:
    """Return one of these jars for each story: thousands of codes may tell the same few."""
    stories = Jar.objects.filter(pk__in=jars.order_by().values("pk")).order_by()
    samples = stories.values("batch", "beekeeper", "retailer").annotate(sample=Min("pk"))
    return Jar.objects.filter(pk__in=list(samples.values_list("sample", flat=True)))


def bring_live(jars: QuerySet[Jar], after: int = 0, author: User | None = None) -> Iterator[Round]:
    """Open draft codes to readers, round by round; there is no way back.

    Raises NotReadyError before the first round when one of all these stories is not ready.
    """
    require_drafts_ready(jars, after)
    yield from _rounds(jars, after, author, Jar.Status.DRAFT, Jar.Status.LIVE)


def retire(jars: QuerySet[Jar], after: int = 0, author: User | None = None) -> Iterator[Round]:
    """Note that live codes are no longer printed, round by round. Their story stays."""
    yield from _rounds(jars, after, author, Jar.Status.LIVE, Jar.Status.RETIRED)


def bring_back(jars: QuerySet[Jar], after: int = 0, author: User | None = None) -> Iterator[Round]:
    """Undo a retirement, round by round."""
    yield from _rounds(jars, after, author, Jar.Status.RETIRED, Jar.Status.LIVE)


def drafts_of_codes() -> DraftQuerySet:
    """Return all drafts that are of codes."""
    return Draft.objects.get_queryset().of_kind(Jar)


def publish_drafts(
    jars: QuerySet[Jar], after: int = 0, author: User | None = None
) -> Iterator[Round]:
    """Show readers what waits as drafts of codes, round by round; what is refused stays a draft."""
    waiting = drafts_of_codes().filter(object_id__in=jars.order_by().values("pk"))
    while chosen := list(
        waiting.filter(object_id__gt=after).order_by("object_id")[:DRAFTS_A_ROUND]
    ):
        after = chosen[-1].object_id
        yield Round(sum(map(_is_published, chosen)), after)


def _is_published(draft: Draft) -> bool:
    try:
        drafts.publish([draft])
    except drafts.NotPublishableError:
        return False
    return True


def _rounds(
    jars: QuerySet[Jar], after: int, author: User | None, before: Jar.Status, status: Jar.Status
) -> Iterator[Round]:
    # Primary keys, in their order: a query that is drawn as a list may hold no locks.
    keys = jars.filter(status=before).order_by("pk").values_list("pk", flat=True)
    while chosen := list(keys.filter(pk__gt=after)[:CODES_A_ROUND]):
        after = chosen[-1]
        with transaction.atomic():
            # Not those that somebody else has changed in this moment.
            waiting = Jar.objects.filter(pk__in=chosen, status=before).order_by("pk")
            locked = list(waiting.select_for_update().values_list("pk", flat=True))
            changing = Jar.objects.filter(pk__in=locked)
            changed = changing.update(status=status, updated_at=timezone.now())
            keep_states(Jar, locked, author)
        yield Round(changed, after)
