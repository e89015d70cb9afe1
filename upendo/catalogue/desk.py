"""What the desk shows of stories: menu items, what waits, and what is missing."""

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue import codes
from upendo.catalogue.gap_checks.story_gaps import Missing, missing
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
    Recording,
    Retailer,
)
from upendo.desk.addresses import form_of, list_of
from upendo.desk.finding import words_in
from upendo.desk.menu import menu_item
from upendo.desk.start_page import Card, CardLine, beginning, card
from upendo.desk.words import ago
from upendo.editing.drafts import lost_in
from upendo.editing.models import Draft
from upendo.editing.states.differences import UNKNOWN, named

FIRST = 6  # lines on a card; its link leads to the whole list


def _codes(text: str) -> Q:
    """Find codes by their beginning, which an index has, as it has no other part of them."""
    beginning = codes.normalise(text)
    return Q(code__startswith=beginning) if codes.is_code(beginning) else Q(pk__in=[])


def _print_runs(text: str) -> Q:
    """Find print runs by what their codes tell, and by a whole code."""
    of_code = Jar.objects.filter(code=codes.normalise(text)).values_list("print_run", flat=True)
    by_name = words_in("batch__lot", "beekeeper__name", "retailer__name")
    return by_name(text) | Q(pk__in=list(of_code))


menu_item("Stories", Draft, icon="edit_note", title=_("Drafts"))
menu_item("Stories", Beekeeper, icon="person", found_by=words_in("name"))
menu_item("Stories", Consent, icon="handshake")
menu_item("Stories", Honey, icon="water_drop", found_by=words_in("name"))
menu_item("Stories", Forest, icon="forest", found_by=words_in("title"))
menu_item("Stories", Footprint, icon="footprint", found_by=words_in("honey__name"))
menu_item("Stories", Picture, icon="photo_library", found_by=words_in("purpose", "alt"))
menu_item("Stories", Recording, icon="mic", found_by=words_in("title"))
menu_item("Codes", Jar, icon="qr_code_2", found_by=_codes)
menu_item("Codes", PrintRun, icon="print", found_by=_print_runs)
menu_item("Codes", Batch, icon="inventory_2", found_by=words_in("lot", "honey__name"))
menu_item("Codes", Retailer, icon="storefront", found_by=words_in("name"))

beginning(_("New beekeeper"), Beekeeper)
beginning(_("New batch"), Batch)
beginning(_("Make codes"), PrintRun)


@card(order=10)
def drafts(request: HttpRequest) -> Card | None:
    """Edits that readers do not see yet."""
    if not request.user.has_perm("catalogue.view_draft"):
        return None
    readable = Draft.objects.readable_by(request.user)
    waiting = readable.select_related("author", "plan").prefetch_related("record")
    return Card(
        title=gettext("Drafts"),
        icon="edit_note",
        lines=[_waiting(draft) for draft in waiting[:FIRST]],
        all_is_well=gettext("Everything is published."),
        url=list_of(Draft),
        count=waiting.count(),
    )


@card(order=20)
def stories_with_gaps(request: HttpRequest) -> Card | None:
    """What stories lack, each thing once, where it is mended."""
    if not request.user.has_perm("catalogue.change_batch"):
        return None
    found = missing()
    return Card(
        title=gettext("Missing in stories"),
        icon="healing",
        lines=[_missing(one) for one in found[:FIRST]],
        all_is_well=gettext("No story lacks anything."),
        url=reverse("admin:missing"),
        count=len(found),
    )


def _waiting(draft: Draft) -> CardLine:
    note = f"{draft.author or gettext('Somebody')}, {ago(draft.updated_at)}"
    lost, plan = lost_in(draft), draft.plan
    if lost:
        note = f"{note} ({named(lost)} {UNKNOWN})"
    if plan:
        planned = (
            gettext("not published at its time")
            if plan.refused
            else gettext("to be published on %(when)s") % {"when": plan.when}
        )
        note = f"{note}; {planned}"
    return CardLine(
        text=str(draft.record),
        url=form_of(draft.record),
        note=note,
        urgent=bool(lost or (plan and plan.refused)),
    )


def _missing(one: Missing) -> CardLine:
    number, waiting = len(one.stories), len(one.waiting)
    stories = ngettext("%(number)s story", "%(number)s stories", number) % {"number": number}
    note = gettext("In %(stories)s") % {"stories": stories}
    if waiting:
        note = ngettext(
            "%(stories)s, %(waiting)s of them waits for it",
            "%(stories)s, %(waiting)s of them wait for it",
            waiting,
        ) % {"stories": stories, "waiting": waiting}
    return CardLine(text=one.gap.words, url=one.gap.url, note=note, urgent=bool(waiting))
