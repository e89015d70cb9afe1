import re
from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action, display

from upendo.catalogue import codes
from upendo.catalogue.admin.base import CatalogueAdmin
from upendo.catalogue.admin.library.thumbnails import story_link
from upendo.catalogue.admin.shops import TheirsFilter
from upendo.catalogue.gap_checks.story_gaps import gaps_in_story, ready_to_look_at
from upendo.catalogue.models import Batch, Beekeeper, Jar, PrintRun, Retailer
from upendo.catalogue.models.jar import JarQuerySet
from upendo.catalogue.models.story_paths import any_of
from upendo.catalogue.shops import seen_by
from upendo.desk.addresses import form_of
from upendo.desk.tables.downloads import download
from upendo.editing.gaps import Gap, blocking
from upendo.labels.admin.exports import ExportMixin
from upendo.labels.admin.imports import ImportMixin
from upendo.labels.admin.life import LifeMixin
from upendo.labels.admin.steps import STEPS
from upendo.labels.tables.exports import table_of

RUNS_TO_CHOOSE_FROM = 20
STATUS_COLOURS: dict[str, str] = {
    Jar.Status.DRAFT: "warning",
    Jar.Status.LIVE: "success",
    Jar.Status.RETIRED: "info",
}


class PrintRunFilter(admin.SimpleListFilter):
    """Offers the newest print runs; the page of any other leads to its codes too."""

    title = _("print run")
    parameter_name = "print_run"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        runs = seen_by(PrintRun.objects.order_by("-made_at"), request.user)
        newest, asked_for = runs.values("pk")[:RUNS_TO_CHOOSE_FROM], self._asked_for()
        offered = runs.filter(Q(pk__in=newest) | Q(pk=asked_for)).select_related("batch")
        return [(str(run.pk), f"{run}, {run.made_at:%d %b %Y}") for run in offered]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Jar]) -> QuerySet[Jar]:
        return queryset if self.value() is None else queryset.filter(print_run=self._asked_for())

    def _asked_for(self) -> int:
        """Return the primary key in the address, or one that no print run has."""
        asked_for = self.value() or ""
        return int(asked_for) if re.fullmatch("[0-9]{1,18}", asked_for) else 0


class DraftFilter(admin.SimpleListFilter):
    """Finds the codes of which a change waits, such as those of an imported table."""

    title = _("draft")
    parameter_name = "draft"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("waiting", _("waiting"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Jar]) -> QuerySet[Jar]:
        return queryset if self.value() is None else STEPS["publish"].waiting(queryset)


@admin.register(Jar)
class JarAdmin(ImportMixin, ExportMixin, LifeMixin, CatalogueAdmin):
    list_display = ["code", "state", "gaps", "beekeeper", "batch", "retailer", "story"]
    list_filter = [
        "status",
        ("retailer", TheirsFilter),
        ("batch__honey", TheirsFilter),
        PrintRunFilter,
        DraftFilter,
    ]
    # The only order that an index has for a million codes.
    sortable_by = ["code"]
    search_fields = ["code"]  # get_search_results says what else
    search_help_text = _("The beginning of a code; a beekeeper, a lot or a shop.")
    autocomplete_fields = ["batch", "beekeeper", "retailer"]
    fields = ["code", "batch", "beekeeper", "retailer", "net_weight_grams"]
    actions = ["bring_live", "retire", "bring_back", "publish", "export_selected"]
    actions_list = ["make_codes"]  # type: ignore[assignment]  # typed by an empty default
    change_list_template = "labels/change_list.html"
    change_form_template = "labels/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Jar]:
        jars: JarQuerySet = super().get_queryset(request)  # type: ignore[assignment]  # the theme hides it
        match = request.resolver_match
        in_list = match is not None and match.url_name == "catalogue_jar_changelist"
        return ready_to_look_at(jars) if in_list else jars

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Jar], search_term: str
    ) -> tuple[QuerySet[Jar], bool]:
        """Find by the beginning of a code, which an index has, and by names of few records."""
        for word in search_term.split():
            queryset = queryset.filter(any_of(_found_by(word)))
        return queryset, False

    def gaps_of(self, record: Jar) -> list[Gap]:
        """What a code lacks is what its whole story lacks."""
        return gaps_in_story(record)

    @display(description=_("status"), label=STATUS_COLOURS)
    def state(self, jar: Jar) -> tuple[str, str]:
        return jar.status, jar.get_status_display()

    @admin.display(description=_("gaps"))
    def gaps(self, jar: Jar) -> str:
        found = gaps_in_story(jar)
        if not found:
            return gettext("no gaps")
        in_the_way = len(blocking(found))
        words = ngettext("%(number)s gap", "%(number)s gaps", len(found)) % {"number": len(found)}
        words += (
            gettext(", %(in_the_way)s in the way") % {"in_the_way": in_the_way}
            if in_the_way
            else ""
        )
        return format_html('<a href="{}#gaps" class="underline">{}</a>', form_of(jar), words)

    @action(description=_("Make codes"), icon="add_circle", permissions=["make_codes"])
    def make_codes(self, request: HttpRequest) -> HttpResponseBase:
        return HttpResponseRedirect(reverse("admin:catalogue_printrun_add"))

    def has_make_codes_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("catalogue.add_printrun")

    @admin.action(description=_("Download the selected codes for Excel"), permissions=["view"])
    def export_selected(self, request: HttpRequest, jars: QuerySet[Jar]) -> HttpResponseBase:
        return download(*table_of(jars), "codes", "xlsx")

    @admin.display(description=_("story"))
    def story(self, jar: Jar) -> str:
        return story_link(jar.code if jar.is_printed else None)

    def get_readonly_fields(self, request: HttpRequest, obj: Jar | None = None) -> list[str]:
        stands_on_labels = obj is not None and (obj.is_printed or obj.labels.exists())
        return ["code"] if stands_on_labels else []

    def has_delete_permission(self, request: HttpRequest, obj: Jar | None = None) -> bool:
        """Only drafts, one at a time: a bulk deletion could take printed codes with it."""
        draft = obj is not None and not obj.is_printed
        return draft and super().has_delete_permission(request, obj)


def _found_by(word: str) -> Iterator[Q]:
    """Yield the conditions of which a code that this word finds meets one."""
    yield Q(code__startswith=codes.normalise(word))
    for field, names in (
        ("beekeeper", Beekeeper.objects.filter(name__icontains=word)),
        ("batch", Batch.objects.filter(lot__icontains=word)),
        ("retailer", Retailer.objects.filter(name__icontains=word)),
    ):
        # Their keys, not a subquery: with these PostgreSQL takes the indexes of the codes.
        if keys := list(names.values_list("pk", flat=True)):
            yield Q((f"{field}__in", keys))
