"""The import of a table of codes: a check that says what becomes of each row, then the import."""

from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from unfold.admin import ModelAdmin
from unfold.widgets import UnfoldAdminFileFieldWidget

from upendo.catalogue.models import ImportFile
from upendo.desk.addresses import form_of
from upendo.labels.tables.columns import jar_columns
from upendo.labels.tables.imports import discard, go_on, is_in_order, report_of, want
from upendo.labels.tables.spreadsheets import MOST_BYTES
from upendo.labels.tables.standing import page_of, standing_of

# What is read, checked and imported before a page is shown; more goes on from the table's page.
BYTES_AT_ONCE = 100_000
ROWS_AT_ONCE = 1000


class TableForm(forms.Form):
    """One file; what kind it is, is seen from what is in it."""

    import_file = forms.FileField(
        label=_("Table"), widget=UnfoldAdminFileFieldWidget(attrs={"accept": ".csv,.txt,.xlsx"})
    )


class ImportMixin(ModelAdmin):
    """Checks an uploaded table, and imports it once somebody wants it."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        of_table = {
            "": ("import_table", self.import_table_view),
            "want/": ("import_want", self.import_want_view),
            "discard/": ("import_discard", self.import_discard_view),
            "report.csv": ("import_report", self.import_report_view),
        }
        return [
            path("import/", view(self.import_view), name="catalogue_jar_import"),
            *(
                path(f"import/<uuid:key>/{page}", view(made), name=f"catalogue_jar_{name}")
                for page, (name, made) in of_table.items()
            ),
            *super().get_urls(),
        ]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Offer the import above the list."""
        context = {"may_import": self._may_import(request)} | (extra_context or {})
        response: HttpResponse = super().changelist_view(request, context)
        return response

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """Ask for a table, and lead to the page that says what becomes of its rows."""
        self._require_permission(request)
        form = TableForm(request.POST, request.FILES) if request.method == "POST" else TableForm()
        if form.is_valid():
            sent = form.cleaned_data["import_file"]
            file = ImportFile.objects.create(
                name=sent.name, content=sent.read(MOST_BYTES + 1), asked_by_id=request.user.pk
            )
            if len(file.content) <= BYTES_AT_ONCE:
                go_on(file.key)
            return HttpResponseRedirect(page_of(file))
        earlier = ImportFile.objects.light().select_related("asked_by")
        return self._import_page(
            request,
            "labels/import_codes.html",
            gettext("Import"),
            form=form,
            earlier=[(file, page_of(file), standing_of(file)) for file in earlier],
        )

    def import_table_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Show how far a table is; whoever sends the page's form has it go on."""
        self._require_permission(request)
        if request.method == "POST":
            go_on(key)
        file = ImportFile.objects.select_related("asked_by", "print_run").filter(key=key).first()
        if file is None:
            return _gone(request)
        if request.method == "POST":
            return _how_far(request, file)
        report = report_of(file)
        return self._import_page(
            request,
            "labels/import_table.html",
            gettext("Import of %(file)s") % {"file": file},
            form=TableForm(),
            file=file,
            report=report,
            in_words=_in_words(file) if file.imported_at else "",
            can_import=is_in_order(file),
        )

    @method_decorator(require_POST)
    def import_want_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Import a table that was checked."""
        self._require_permission(request)
        want(key, cast("User", request.user))
        files = ImportFile.objects.light().select_related("print_run").filter(key=key)
        if (file := files.first()) and file.number <= ROWS_AT_ONCE:
            go_on(key)
            file = files.first()
        if file is None:
            return _gone(request)
        if not file.imported_at:
            return HttpResponseRedirect(page_of(file))
        messages.success(request, _in_words(file))
        there = form_of(file.print_run) if file.print_run else _codes()
        return HttpResponseRedirect(there)

    @method_decorator(require_POST)
    def import_discard_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Forget a table that is not imported."""
        self._require_permission(request)
        discard(key)
        return HttpResponseRedirect(reverse("admin:catalogue_jar_import"))

    def import_report_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Send what the check said about every row."""
        self._require_permission(request)
        file = get_object_or_404(ImportFile, key=key)
        return HttpResponse(
            "\ufeff" + file.report,  # by which Excel knows UTF-8
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="what-becomes-of-each-row.csv"'},
        )

    def _import_page(
        self, request: HttpRequest, template: str, title: str, **more: Any
    ) -> TemplateResponse:
        context = {"title": title, "opts": self.opts, "columns": jar_columns()}
        return TemplateResponse(
            request, template, self.admin_site.each_context(request) | context | more
        )

    def _may_import(self, request: HttpRequest) -> bool:
        return bool(self.has_add_permission(request) and self.has_change_permission(request))

    def _require_permission(self, request: HttpRequest) -> None:
        if not self._may_import(request):
            raise PermissionDenied


def _how_far(request: HttpRequest, file: ImportFile) -> HttpResponse:
    """Answer a script with JSON, and a button with the page."""
    if request.accepts("text/html"):
        return HttpResponseRedirect(page_of(file))
    # While it is read or written, nobody knows how much of it is done.
    number = 0 if file.is_checked else file.number
    return JsonResponse({"done": file.done, "number": number, "is_over": not file.is_under_way})


def _in_words(file: ImportFile) -> str:
    parts = ", ".join(f"{kind.total:,} {kind.title.lower()}" for kind in report_of(file).kinds)
    words = gettext("The table is imported: %(parts)s.") % {"parts": parts}
    if file.print_run:
        return gettext("%(words)s The new codes are here, as a print run.") % {"words": words}
    return words


def _codes() -> str:
    return reverse("admin:catalogue_jar_changelist")


def _gone(request: HttpRequest) -> HttpResponse:
    messages.error(
        request,
        gettext("This table is not here any more: it is kept for a day. Choose it again."),
    )
    return HttpResponseRedirect(reverse("admin:catalogue_jar_import"))
