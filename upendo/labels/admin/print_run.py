from typing import Any, cast
from uuid import UUID, uuid4

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db import IntegrityError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action

from upendo.catalogue.admin.shops import ShopsMixin, TheirsFilter
from upendo.catalogue.codes import normalise
from upendo.catalogue.models import Jar, PrintRun
from upendo.desk.admin import DeskAdmin
from upendo.desk.tables.downloads import download
from upendo.labels.admin.labels import LabelsMixin
from upendo.labels.admin.run_life import RunLifeMixin
from upendo.labels.make_codes import discard_codes, make_codes
from upendo.labels.tables.exports import table_of

CODES_ON_THE_PAGE = 200


class PrintRunForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    # A form that is sent twice over a poor connection makes its codes once.
    key = forms.UUIDField(label="", widget=forms.HiddenInput, initial=uuid4)


@admin.register(PrintRun)
class PrintRunAdmin(ShopsMixin, RunLifeMixin, LabelsMixin, DeskAdmin):
    """Codes are made by adding a print run; its page has them to read and to download."""

    form = PrintRunForm
    list_display = ["made_at", "number", "batch", "beekeeper", "retailer", "made_by"]
    list_filter = [("retailer", TheirsFilter), ("batch__honey", TheirsFilter)]
    list_select_related = ["batch", "beekeeper", "retailer", "made_by"]
    search_fields = ["batch__lot", "beekeeper__name", "retailer__name"]
    search_help_text = _("A whole code; a lot, a beekeeper or a shop.")
    autocomplete_fields = ["batch", "beekeeper", "retailer"]
    date_hierarchy = "made_at"
    # The theme types it by its empty default.
    actions_detail = ["download_xlsx", "download_csv"]  # type: ignore[assignment]
    ordered = ["number", "batch", "beekeeper", "retailer", "net_weight_grams"]

    class Media:
        css = {"all": ["labels/tables.css"]}

    def get_fields(self, request: HttpRequest, obj: PrintRun | None = None) -> list[Any]:
        if obj is None:
            return [*self.ordered, "key"]
        common = [name for name in self.ordered if getattr(obj, name) is not None]
        return [*common, "made_by", "made_at", "codes"]

    def get_readonly_fields(self, request: HttpRequest, obj: PrintRun | None = None) -> list[str]:
        return ["made_by", "made_at", "codes"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[PrintRun], search_term: str
    ) -> tuple[QuerySet[PrintRun], bool]:
        """Find the run of a whole code too: an index has it, as it has no part of it."""
        run = PrintRun.objects.filter(jars__code=normalise(search_term)).first()
        if run:
            return queryset.filter(pk=run.pk), False
        found: tuple[QuerySet[PrintRun], bool] = super().get_search_results(
            request, queryset, search_term
        )
        return found

    def has_change_permission(self, request: HttpRequest, obj: PrintRun | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: PrintRun | None = None) -> bool:
        """Only runs of which nothing is printed yet, nor made into labels, one at a time."""
        if obj is None or obj.label_files.exists():
            return False
        drafts = not Jar.objects.printed().filter(print_run=obj).exists()
        return drafts and super().has_delete_permission(request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Name the codes of a run as one thing: there may be ten thousand."""
        numbers = {run: run.jars.count() for run in objs}
        tree = [
            [
                gettext("Print run: %(run)s") % {"run": run},
                [ngettext("%(n)s draft code", "%(n)s draft codes", n) % {"n": f"{n:,}"}],
            ]
            for run, n in numbers.items()
        ]
        counts = {"print runs": len(numbers), "jar codes": sum(numbers.values())}
        allowed = request.user.has_perm("catalogue.delete_jar")
        return tree, counts, set() if allowed else {gettext("jar code")}, []

    def delete_model(self, request: HttpRequest, obj: PrintRun) -> None:
        discard_codes(print_run=obj, author=cast("User", request.user))

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        try:
            made = _made_with(request)
            if not made:
                return super().add_view(request, form_url, extra_context)
        except IntegrityError:  # the same form, sent again at the same moment
            made = _made_with(request)
            if not made:
                raise
        messages.info(request, gettext("These codes were made already, once. Here they are."))
        return HttpResponseRedirect(_address(made))

    def save_model(  # type: ignore[override]  # the theme's takes any model
        self, request: HttpRequest, obj: PrintRun, form: Any, change: bool
    ) -> None:
        obj.made_by_id = request.user.pk
        make_codes(print_run=obj)

    def response_add(self, request: HttpRequest, obj: PrintRun, *args: Any) -> HttpResponse:
        messages.success(
            request,
            ngettext(
                "%(number)s code is made. It is a draft until you bring it live.",
                "%(number)s codes are made. They are drafts until you bring them live.",
                obj.number,
            )
            % {"number": f"{obj.number:,}"},
        )
        return HttpResponseRedirect(_address(obj))

    @admin.display(description=_("codes"))
    def codes(self, run: PrintRun) -> str:
        first = run.jars.values_list("code")[:CODES_ON_THE_PAGE]
        more = run.jars.count() - len(first)
        return format_html(
            '<ol class="codes">{}</ol><p>{}</p>',
            format_html_join("", "<li>{}</li>", first),
            gettext("And %(more)s more, which the downloads have.") % {"more": f"{more:,}"}
            if more
            else "",
        )

    @action(
        description=_("Download for Excel"), url_path="xlsx", icon="download", permissions=["view"]
    )
    def download_xlsx(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        return self._download(request, object_id, "xlsx")

    @action(description=_("Download CSV"), url_path="csv", icon="download", permissions=["view"])
    def download_csv(self, request: HttpRequest, object_id: str) -> HttpResponseBase:
        return self._download(request, object_id, "csv")

    def _download(self, request: HttpRequest, object_id: str, kind: str) -> HttpResponseBase:
        run = self.get_object(request, object_id)  # whatever the address says, a number or not
        if run is None:
            raise Http404
        return download(*table_of(run.jars.all()), f"codes-{run.batch or 'table'}-{run.pk}", kind)


def _address(run: PrintRun) -> str:
    return reverse("admin:catalogue_printrun_change", args=[run.pk])


def _made_with(request: HttpRequest) -> PrintRun | None:
    try:
        key = UUID(request.POST.get("key", ""))
    except ValueError:
        return None
    return PrintRun.objects.filter(key=key).first()
