"""Puts the chapters of every story into another order, for readers at once."""

from django.db import transaction

from upendo.editing.states.revisions import snapshot
from upendo.pages.models import Chapter
from upendo.pages.models.chapter import STEP


class ChangedMeanwhileError(Exception):
    """The chapters are not those, or not in the order, from which somebody has moved them."""


@transaction.atomic
def arrange(opened: list[str], order: list[str]) -> list[Chapter]:
    """Give chapters, by their primary keys, places in this order; return those with a new place.

    Raises ChangedMeanwhileError unless they still stand as whoever moved them has opened them.
    """
    # Two people who publish at once: the second waits, and finds what the first has done.
    list(Chapter.objects.select_for_update().order_by("pk"))
    chapters = {str(chapter.pk): chapter for chapter in Chapter.objects.all()}
    if [*chapters] != opened or sorted(order) != sorted(opened):
        raise ChangedMeanwhileError
    placed = [(chapters[pk], STEP * number) for number, pk in enumerate(order, start=1)]
    moved = [(chapter, place) for chapter, place in placed if chapter.position != place]
    for chapter, place in moved:
        snapshot(chapter)
        chapter.position = place
        chapter.save()
    return [chapter for chapter, _ in moved]
