"""The catalogue's cards on the start page: what waits, and what is missing."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.timesince import timesince

from upendo.catalogue import desk, health
from upendo.catalogue.models import Draft, Jar

admin.site.index_template = "desk/start.html"
admin.site.index_title = "What needs attention"
FIRST = 6  # lines on a card; the list behind it has the rest


@desk.card(order=10)
def drafts(request: HttpRequest) -> desk.Card | None:
    """Edits that readers do not see yet."""
    if not request.user.has_perm("catalogue.view_draft"):
        return None
    waiting = Draft.objects.select_related("author").prefetch_related("record")
    return desk.Card(
        title="Drafts",
        icon="edit_note",
        items=[
            desk.Item(
                text=str(draft.record),
                url=desk.form_of(draft.record),
                note=f"{draft.author or 'Somebody'}, {timesince(draft.updated_at, depth=1)} ago",
            )
            for draft in waiting[:FIRST]
        ],
        all_is_well="Everything is published.",
        url=desk.list_of(Draft),
        count=waiting.count(),
    )


@desk.card(order=20)
def stories_with_gaps(request: HttpRequest) -> desk.Card | None:
    """Stories that lack something, those whose gaps block first."""
    if not request.user.has_perm("catalogue.view_jar"):
        return None
    found = [
        (jar, gaps)
        for jar in health.ready_to_look_at(Jar.objects.one_of_each_story())
        if (gaps := health.gaps_in_story(jar))
    ]
    found.sort(key=lambda pair: -len(health.blocking(pair[1])))
    return desk.Card(
        title="Stories with gaps",
        icon="healing",
        items=[_story(jar, gaps) for jar, gaps in found[:FIRST]],
        all_is_well="No story lacks anything.",
        url=f"{desk.list_of(Jar)}?status__exact=live",
        count=len(found),
    )


def _story(jar: Jar, gaps: list[health.Gap]) -> desk.Item:
    return desk.Item(
        text=f"{jar.beekeeper}, {jar.batch.honey}",
        url=f"{desk.form_of(jar)}#gaps",
        note=f"{len(gaps)} gap{'s' if len(gaps) != 1 else ''}: {gaps[0].words}",
        urgent=gaps[0].blocks,
    )


def start_page(request: HttpRequest, context: dict[str, object]) -> dict[str, object]:
    """Add the cards of all apps to what the start page shows."""
    return context | {"cards": desk.cards(request)}
