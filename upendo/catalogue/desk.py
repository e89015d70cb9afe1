"""What the desk shows of stories: menu items, what waits, and what is missing."""

from django.http import HttpRequest
from django.utils.timesince import timesince

from upendo.catalogue.models import (
    Batch,
    Beekeeper,
    Consent,
    Footprint,
    Forest,
    Honey,
    Jar,
    Picture,
    PrintRun,
    Retailer,
)
from upendo.catalogue.shops import seen_by
from upendo.catalogue.story_gaps import gaps_in_story, ready_to_look_at
from upendo.desk.addresses import form_of, list_of
from upendo.desk.menu import menu_item
from upendo.desk.start_page import Card, CardLine, beginning, card
from upendo.editing.differences import UNKNOWN, named
from upendo.editing.drafts import lost_in
from upendo.editing.gaps import Gap, blocking
from upendo.editing.models import Draft

FIRST = 6  # lines on a card; its link leads to the whole list
NEWEST = 100  # stories, those of the newest batches, that are looked at for gaps

menu_item("Stories", Draft, icon="edit_note", title="Drafts")
menu_item("Stories", Beekeeper, icon="person")
menu_item("Stories", Consent, icon="handshake")
menu_item("Stories", Honey, icon="water_drop")
menu_item("Stories", Forest, icon="forest")
menu_item("Stories", Footprint, icon="footprint")
menu_item("Stories", Picture, icon="photo_library")
menu_item("Codes", Jar, icon="qr_code_2")
menu_item("Codes", PrintRun, icon="print")
menu_item("Codes", Batch, icon="inventory_2")
menu_item("Codes", Retailer, icon="storefront")

beginning("New beekeeper", Beekeeper)
beginning("New batch", Batch)
beginning("Make codes", PrintRun)


@card(order=10)
def drafts(request: HttpRequest) -> Card | None:
    """Edits that readers do not see yet."""
    if not request.user.has_perm("catalogue.view_draft"):
        return None
    readable = Draft.objects.readable_by(request.user)
    waiting = readable.select_related("author").prefetch_related("record")
    return Card(
        title="Drafts",
        icon="edit_note",
        lines=[_waiting(draft) for draft in waiting[:FIRST]],
        all_is_well="Everything is published.",
        url=list_of(Draft),
        count=waiting.count(),
    )


@card(order=20)
def stories_with_gaps(request: HttpRequest) -> Card | None:
    """Stories that lack something, those whose gaps block first."""
    if not request.user.has_perm("catalogue.view_jar"):
        return None
    stories = seen_by(Jar.objects.newest_stories(), request.user)
    keys = list(stories.values_list("pk", flat=True)[:NEWEST])
    newest = ready_to_look_at(Jar.objects.filter(pk__in=keys))
    found = [(jar, gaps) for jar in newest if (gaps := gaps_in_story(jar))]
    found.sort(key=lambda pair: -len(blocking(pair[1])))
    all_are_looked_at = len(newest) < NEWEST
    return Card(
        title="Stories with gaps" if all_are_looked_at else f"Gaps in the newest {NEWEST} stories",
        icon="healing",
        lines=[_story(jar, gaps) for jar, gaps in found[:FIRST]],
        all_is_well="No story lacks anything." if all_are_looked_at else "They lack nothing.",
        url=f"{list_of(Jar)}?status__exact=live",
        count=len(found),
    )


def _waiting(draft: Draft) -> CardLine:
    note = f"{draft.author or 'Somebody'}, {timesince(draft.updated_at, depth=1)} ago"
    lost = lost_in(draft)
    return CardLine(
        text=str(draft.record),
        url=form_of(draft.record),
        note=f"{note} ({named(lost)} {UNKNOWN})" if lost else note,
        urgent=bool(lost),
    )


def _story(jar: Jar, gaps: list[Gap]) -> CardLine:
    return CardLine(
        text=f"{jar.beekeeper}, {jar.batch.honey}",
        url=f"{form_of(jar)}#gaps",
        note=f"{len(gaps)} gap{'s' if len(gaps) != 1 else ''}: {gaps[0].words}",
        urgent=gaps[0].blocks,
    )
