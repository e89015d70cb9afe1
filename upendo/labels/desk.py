"""The desk's menu items for labels, and its cards: what is printed and does not answer."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import ImportFile, Jar
from upendo.catalogue.shops import seen_by
from upendo.desk.addresses import form_of, list_of
from upendo.desk.menu import menu_item
from upendo.desk.start_page import Card, CardLine, card
from upendo.labels.check_printed import printed_drafts
from upendo.labels.models import LabelFile, LongStep, OwnSheet
from upendo.labels.site_changes import printed_elsewhere
from upendo.labels.tables.standing import page_of, standing_of
from upendo.staff.shops import only_shop

FIRST = 6  # lines on a card; its link leads to the whole list

menu_item("Codes", LabelFile, icon="label")
menu_item("Codes", OwnSheet, icon="grid_on", title=_("Own sheets"))


@card(order=25)
def printed_and_not_live(request: HttpRequest) -> Card | None:
    """Codes on labels that open no story yet."""
    if not request.user.has_perm("labels.view_labelfile"):
        return None
    drafts = seen_by(printed_drafts(), request.user)
    return Card(
        title=gettext("Printed codes that are not live"),
        icon="label_off",
        lines=[
            CardLine(
                jar.code,
                form_of(jar),
                note=gettext("Lot %(batch)s") % {"batch": jar.batch},
                urgent=True,
            )
            for jar in drafts.select_related("batch")[:FIRST]
        ],
        all_is_well=gettext("Every code on a label opens its story."),
        url=f"{list_of(Jar)}?status__exact=draft",
        count=drafts.count(),
    )


@card(order=26)
def printed_with_another_host(request: HttpRequest) -> Card | None:
    """Print runs whose squares name a host that is not this site's any more."""
    # Whoever sees one shop alone can do nothing about hosts.
    if not request.user.has_perm("labels.view_labelfile") or only_shop(request.user) is not None:
        return None
    found = printed_elsewhere()
    if not (count := found.count()):
        return None
    return Card(
        title=gettext("Labels that name another host"),
        icon="link_off",
        lines=[
            CardLine(
                str(file),
                form_of(file),
                note=gettext("%(site)s must lead here for ever") % {"site": file.site},
                urgent=True,
            )
            for file in found[:FIRST]
        ],
        all_is_well="",
        url=list_of(LabelFile),
        count=count,
    )


@card(order=24)
def long_steps_under_way(request: HttpRequest) -> Card | None:
    """Steps with many codes that have not ended."""
    if not request.user.has_perm("labels.view_longstep"):
        return None
    steps = list(LongStep.objects.filter(ended_at=None))
    if not steps:
        return None
    return Card(
        title=gettext("Steps with many codes"),
        icon="hourglass_top",
        lines=[
            CardLine(
                gettext("%(done)s of %(number)s codes")
                % {"done": f"{step.done:,}", "number": f"{step.number:,}"},
                form_of(step),
                note=gettext("held up by something that is missing")
                if step.is_held_up
                else gettext("under way"),
                urgent=step.is_held_up,
            )
            for step in steps[:FIRST]
        ],
        all_is_well="",
        url=list_of(LongStep),
        count=len(steps),
    )


@card(order=23)
def tables_that_wait(request: HttpRequest) -> Card | None:
    """Tables of codes of the last day that are not imported."""
    if not request.user.has_perms(["catalogue.add_jar", "catalogue.change_jar"]):
        return None
    tables = ImportFile.objects.light().filter(imported_at=None, refusal="")
    if not (count := tables.count()):
        return None
    return Card(
        title=gettext("Tables of codes"),
        icon="table",
        lines=[
            CardLine(str(table), page_of(table), note=standing_of(table))
            for table in tables[:FIRST]
        ],
        all_is_well="",
        url=reverse("admin:catalogue_jar_import"),
        count=count,
    )
