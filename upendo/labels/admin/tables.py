"""The import and the export of codes in the admin."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from import_export.admin import ExportMixin, ImportMixin
from import_export.formats.base_formats import Format
from import_export.forms import ImportForm
from import_export.tmp_storages import BaseStorage
from unfold.contrib.import_export.forms import ExportForm
from unfold.widgets import UnfoldAdminFileFieldWidget

from upendo.catalogue.models import ImportFile, Jar
from upendo.labels.admin.downloads import download
from upendo.labels.tables.jars import JarResource
from upendo.labels.tables.report import ImportReport
from upendo.labels.tables.spreadsheets import Table

COLUMNS = {
    "id": "Names the code that a row changes, as an export writes it. Empty: a new code.",
    "code": "1 to 15 letters and digits. Empty: we make one.",
    "status": "Draft, live or retired, for you to read; an import never changes it.",
    "batch": "The lot number.",
    "beekeeper": "The name, as it is written here.",
    "retailer": "The name, as it is written here. Empty: none.",
    "net weight g": "Whole grams. Empty: 500.",
}


class AnyTable(Format):  # type: ignore[misc]  # the library ships no types
    """CSV or XLSX, told apart by what is in the file."""

    def __init__(self, encoding: str | None = None) -> None:
        """Ignore the encoding, which is seen from the file too."""

    def get_title(self) -> str:
        return "CSV or Excel"

    def can_import(self) -> bool:
        return True

    def create_dataset(self, in_stream: bytes) -> Table:
        return Table(in_stream)


class Excel(Format):  # type: ignore[misc]  # the library ships no types
    def get_title(self) -> str:
        return "Excel (.xlsx)"

    def can_export(self) -> bool:
        return True

    def get_extension(self) -> str:
        return "xlsx"


class Csv(Excel):
    def get_title(self) -> str:
        return "CSV, for other programs"

    def get_extension(self) -> str:
        return "csv"


class KeptInDatabase(BaseStorage):  # type: ignore[misc]  # the library ships no types
    """Where an uploaded table waits for its import."""

    def save(self, data: bytes) -> None:
        ImportFile.objects.forgotten().delete()
        self.name = str(ImportFile.objects.create(content=data).pk)

    def read(self) -> bytes:
        return bytes(ImportFile.objects.get(pk=self.name).content)

    def remove(self) -> None:
        ImportFile.objects.filter(pk=self.name).delete()


class CodesForm(ImportForm):  # type: ignore[misc]  # the library ships no types
    """One file; its format is seen from what is in it."""

    media = forms.Media()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["format"].widget = forms.HiddenInput()
        self.fields["import_file"].label = "Table"
        self.fields["import_file"].widget = UnfoldAdminFileFieldWidget(
            attrs={"accept": ".csv,.txt,.xlsx"}
        )


class JarTables(ImportMixin, ExportMixin):  # type: ignore[misc]  # the library ships no types
    """A check that says what becomes of each row, the import, and the export."""

    resource_classes = [JarResource]
    import_formats = [AnyTable]
    export_formats = [Excel, Csv]
    import_form_class = CodesForm
    export_form_class = ExportForm
    tmp_storage_class = KeptInDatabase
    import_template_name = "labels/import_codes.html"
    export_template_name = "labels/export_codes.html"
    import_export_change_list_template = "admin/import_export/change_list_import_export.html"
    skip_admin_log = True

    def get_urls(self) -> list[URLPattern]:
        report = self.admin_site.admin_view(self.import_report)
        return [
            path("import/<uuid:key>/report.csv", report, name="catalogue_jar_import_report"),
            *super().get_urls(),
        ]

    def has_import_permission(self, request: HttpRequest) -> bool:
        return bool(self.has_add_permission(request) and self.has_change_permission(request))

    def has_export_permission(self, request: HttpRequest) -> bool:
        return bool(self.has_view_permission(request))

    def import_action(self, request: HttpRequest, **kwargs: Any) -> Any:
        page: Any = super().import_action(request, **kwargs)
        if report := page.context_data.get("result"):
            key = page.context_data["form"].cleaned_data["import_file"].tmp_storage_name
            ImportFile.objects.filter(pk=key).update(report=report.as_csv)
            page.context_data["report"] = reverse("admin:catalogue_jar_import_report", args=[key])
        page.context_data["columns"] = COLUMNS
        return page

    def get_export_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {"columns": COLUMNS}

    def import_report(self, request: HttpRequest, key: str) -> HttpResponse:
        """Send what the check said about every row."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        file = get_object_or_404(ImportFile, pk=key)
        return HttpResponse(
            "\ufeff" + file.report,
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="what-becomes-of-each-row.csv"'},
        )

    def process_import(self, request: HttpRequest, **kwargs: Any) -> Any:
        try:
            return super().process_import(request, **kwargs)
        except (ImportFile.DoesNotExist, ValidationError):
            return _again(request, "This table was checked too long ago. Choose it again.")

    def process_result(self, result: ImportReport, request: HttpRequest) -> Any:
        if not (result.has_errors() or result.has_validation_errors()):
            return super().process_result(result, request)
        return _again(
            request,
            "Nothing was imported: the codes have changed since the table was checked. "
            "Choose it again to see which rows.",
        )

    def add_success_message(self, result: ImportReport, request: HttpRequest) -> None:
        parts = ", ".join(f"{kind.total:,} {kind.title.lower()}" for kind in result.kinds)
        messages.success(request, f"The table is imported: {parts}.")

    def add_data_read_fail_error_to_form(self, form: forms.Form, e: Exception) -> None:
        if not isinstance(e, ValidationError):
            raise e
        form.add_error("import_file", e)

    def _do_file_export(
        self, file_format: Format, request: HttpRequest, queryset: QuerySet[Jar], **kwargs: Any
    ) -> HttpResponseBase:
        return download(queryset, "codes", file_format.get_extension())


def _again(request: HttpRequest, why: str) -> HttpResponse:
    messages.error(request, why)
    return HttpResponseRedirect(reverse("admin:catalogue_jar_import"))
