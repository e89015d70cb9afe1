"""The import of a table of codes: a check that says what becomes of each row, then the import."""

from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
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
from upendo.labels.tables.imports import (
    ImportConflictError,
    check_table,
    import_table,
    read_table,
)
from upendo.labels.tables.reading import SpreadsheetError
from upendo.labels.tables.report import Report
from upendo.labels.tables.spreadsheets import MOST_BYTES


class TableForm(forms.Form):
    """One file; what kind it is, is seen from what is in it."""

    import_file = forms.FileField(
        label=_("Table"), widget=UnfoldAdminFileFieldWidget(attrs={"accept": ".csv,.txt,.xlsx"})
    )


class ConfirmForm(forms.Form):
    """Names a table that was checked, and holds it fast: sent twice, it is imported once."""

    file = forms.ModelChoiceField(ImportFile.objects.select_for_update(), widget=forms.HiddenInput)


class ImportMixin(ModelAdmin):
    """Checks an uploaded table, and imports it once the check is confirmed."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        process, report = view(self.process_import_view), view(self.import_report_view)
        return [
            path("import/", view(self.import_view), name="catalogue_jar_import"),
            path("process_import/", process, name="catalogue_jar_process_import"),
            path("import/<uuid:key>/report.csv", report, name="catalogue_jar_import_report"),
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
        """Ask for a table, and say what becomes of each row."""
        self._require_permission(request)
        form = TableForm(request.POST or None, request.FILES or None)
        context = self.admin_site.each_context(request) | {
            "title": gettext("Import"),
            "opts": self.opts,
            "form": form,
            "columns": jar_columns(),
        }
        if form.is_valid():
            content = form.cleaned_data["import_file"].read(MOST_BYTES + 1)
            try:
                report = check_table(read_table(content))
            except ValidationError as error:
                form.add_error("import_file", error)
            else:
                context |= _checked(content, report)
        return TemplateResponse(request, "labels/import_codes.html", context)

    @method_decorator(require_POST)
    def process_import_view(self, request: HttpRequest) -> HttpResponse:
        """Import a table that was checked."""
        self._require_permission(request)
        with transaction.atomic():
            form = ConfirmForm(request.POST)
            if not form.is_valid():
                return _again(
                    request,
                    gettext(
                        "This table is imported already, or it was checked too long ago. "
                        "Choose it again."
                    ),
                )
            file = form.cleaned_data["file"]
            try:
                table = read_table(bytes(file.content))
                done = import_table(table, cast("User", request.user))
            except (ImportConflictError, SpreadsheetError):  # a release may change what is read
                return _changed_meanwhile(request)
            except ValidationError as error:  # other files are being read
                return _again(request, " ".join(error.messages))
            if not done.report.is_in_order:
                return _changed_meanwhile(request)
            file.delete()
        parts = ", ".join(f"{kind.total:,} {kind.title.lower()}" for kind in done.report.kinds)
        words = gettext("The table is imported: %(parts)s.") % {"parts": parts}
        if done.print_run:
            messages.success(
                request,
                gettext("%(words)s The new codes are here, as a print run.") % {"words": words},
            )
            return HttpResponseRedirect(form_of(done.print_run))
        messages.success(request, words)
        return HttpResponseRedirect(reverse("admin:catalogue_jar_changelist"))

    def import_report_view(self, request: HttpRequest, key: str) -> HttpResponse:
        """Send what the check said about every row."""
        self._require_permission(request)
        file = get_object_or_404(ImportFile, pk=key)
        return HttpResponse(
            "\ufeff" + file.report,
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="what-becomes-of-each-row.csv"'},
        )

    def _may_import(self, request: HttpRequest) -> bool:
        return bool(self.has_add_permission(request) and self.has_change_permission(request))

    def _require_permission(self, request: HttpRequest) -> None:
        if not self._may_import(request):
            raise PermissionDenied


def _checked(content: bytes, report: Report) -> dict[str, Any]:
    """Keep a table for its import, and return what the page shows of its check."""
    ImportFile.objects.forgotten().delete()
    file = ImportFile.objects.create(content=content, report=report.as_csv)
    context: dict[str, Any] = {
        "report": report,
        "report_address": reverse("admin:catalogue_jar_import_report", args=[file.pk]),
    }
    if report.is_in_order:
        context["confirm_form"] = ConfirmForm(initial={"file": file.pk})
    return context


def _changed_meanwhile(request: HttpRequest) -> HttpResponse:
    return _again(
        request,
        gettext(
            "Nothing was imported: the codes have changed since the table was checked. "
            "Choose it again to see which rows."
        ),
    )


def _again(request: HttpRequest, why: str) -> HttpResponse:
    messages.error(request, why)
    return HttpResponseRedirect(reverse("admin:catalogue_jar_import"))
