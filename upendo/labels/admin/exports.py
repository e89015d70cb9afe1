"""The export of codes as a table."""

from django.contrib import messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from unfold.admin import ModelAdmin

from upendo.desk.tables.downloads import KINDS, download
from upendo.labels.tables.columns import jar_columns
from upendo.labels.tables.exports import table_of


class ExportMixin(ModelAdmin):
    """Sends the codes that the list shows, with its filters and its search, as a table."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.export_view)
        return [path("export/", view, name="catalogue_jar_export"), *super().get_urls()]

    def export_view(self, request: HttpRequest) -> HttpResponseBase:
        """Ask for the kind of file, and send it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        kind = request.POST.get("format")
        if kind in KINDS:
            try:
                jars = self.get_changelist_instance(request).queryset
            except IncorrectLookupParameters:
                messages.error(request, gettext("These filters cannot be read. Choose them again."))
                return HttpResponseRedirect(reverse("admin:catalogue_jar_changelist"))
            return download(*table_of(jars), "codes", kind)
        context = self.admin_site.each_context(request) | {
            "title": gettext("Export"),
            "opts": self.opts,
            "columns": jar_columns(),
        }
        return TemplateResponse(request, "labels/export_codes.html", context)
