"""Changes the status of codes: brings drafts live, retires live codes, undoes a retirement."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from simple_history.utils import bulk_update_with_history

from upendo.catalogue.models import Jar
from upendo.catalogue.models.jar import JarQuerySet
from upendo.catalogue.story_gaps import gaps_in_story, ready_to_look_at
from upendo.editing.gaps import Gap, blocking


class NotReadyError(Exception):
    """The stories of these codes have gaps that block."""

    def __init__(self, gaps: list[Gap]) -> None:
        super().__init__(" ".join(gap.words for gap in gaps))
        self.gaps = gaps


def require_ready(jars: Iterable[Jar]) -> None:
    """Raise NotReadyError when a gap in the stories of these jars keeps them from going live."""
    gaps = [gap for jar in jars for gap in blocking(gaps_in_story(jar))]
    if gaps:
        raise NotReadyError(list(dict.fromkeys(gaps)))


def bring_live(jars: Iterable[Jar]) -> int:
    """Open draft codes to readers, all or none, and return how many; there is no way back.

    Raises NotReadyError.
    """
    with transaction.atomic():
        waiting = _locked(jars, Jar.Status.DRAFT)
        require_ready(_one_of_each_story(waiting))
        return _move(waiting, Jar.Status.LIVE)


def retire(jars: Iterable[Jar]) -> int:
    """Note that live codes are no longer printed, and return how many. Their story stays."""
    with transaction.atomic():
        return _move(_locked(jars, Jar.Status.LIVE), Jar.Status.RETIRED)


def bring_back(jars: Iterable[Jar]) -> int:
    """Undo a retirement, and return of how many codes."""
    with transaction.atomic():
        return _move(_locked(jars, Jar.Status.RETIRED), Jar.Status.LIVE)


def _locked(jars: Iterable[Jar], status: Jar.Status) -> list[Jar]:
    chosen = Jar.objects.filter(pk__in=[jar.pk for jar in jars], status=status)
    return list(chosen.select_for_update())


def _one_of_each_story(jars: list[Jar]) -> JarQuerySet:
    # Thousands of codes may tell the same few stories: each is looked at once.
    stories = {(jar.batch_id, jar.beekeeper_id, jar.retailer_id): jar.pk for jar in jars}
    return ready_to_look_at(Jar.objects.filter(pk__in=stories.values()))


def _move(jars: list[Jar], status: Jar.Status) -> int:
    for jar in jars:
        jar.status, jar.updated_at = status, timezone.now()
    fields = ["status", "updated_at"]
    return int(bulk_update_with_history(jars, Jar, fields, batch_size=1000))
