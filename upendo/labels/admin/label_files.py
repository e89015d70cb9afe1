"""The list of labels that were made, and the page on which a file is made and waits."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Q
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
    StreamingHttpResponse,
)
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from upendo.catalogue.admin.shops import ShopsMixin
from upendo.catalogue.models import PrintRun
from upendo.catalogue.shops import all_of_shop
from upendo.desk.addresses import form_of, list_of
from upendo.desk.admin import ReadOnlyAdmin
from upendo.labels.admin.check import CheckMixin
from upendo.labels.make_labels import content, file_name, go_on
from upendo.labels.models import LabelFile

TYPES = {LabelFile.Kind.SHEET: "application/pdf", LabelFile.Kind.ZPL: "text/plain"}


@admin.register(LabelFile)
class LabelFileAdmin(ShopsMixin, CheckMixin, ReadOnlyAdmin):
    list_display = ["made_at", "made_by", "print_run", "number", "kind", "sheet", "site"]
    list_filter = ["kind", "address_form", "site"]
    list_select_related = ["made_by", "print_run__batch"]
    search_fields = ["print_run__batch__lot", "labels__jar__code"]
    date_hierarchy = "made_at"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        name = "labels_labelfile"
        return [
            path("<int:pk>/go-on/", view(self.go_on_view), name=f"{name}_go_on"),
            path("<int:pk>/download/", view(self.download_view), name=f"{name}_download"),
            *super().get_urls(),
        ]

    def of_shop(self, shop: int) -> Q:
        return all_of_shop(Q(labels__file=OuterRef("pk")), shop)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("labels.add_labelfile")

    def add_view(
        self,
        request: HttpRequest,
        form_url: str = "",
        extra_context: dict[str, object] | None = None,
    ) -> HttpResponse:
        """Lead to the print runs: labels are made on the page of one."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        messages.info(
            request, gettext("Open the print run whose labels you want, and press Make labels.")
        )
        return HttpResponseRedirect(list_of(PrintRun))

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, object] | None = None,
    ) -> HttpResponse:
        """Show how far a file is, and hand it over; there is nothing to change."""
        if request.method == "POST":
            raise PermissionDenied
        file = self._file(request, int(object_id) if object_id.isdecimal() else 0)
        context = self.admin_site.each_context(request) | {
            "title": str(file),
            "opts": self.opts,
            "file": file,
            "first_labels": file.labels.select_related("jar")[:3],
        }
        return TemplateResponse(request, "labels/label_file.html", context)

    @method_decorator(require_POST)
    def go_on_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make the next part; a script asks for JSON, and a button for the page."""
        self._file(request, pk)
        if not self.has_add_permission(request):
            raise PermissionDenied
        file = go_on(pk)
        if request.accepts("text/html"):
            return HttpResponseRedirect(form_of(file))
        there = reverse("admin:labels_labelfile_download", args=[pk]) if file.is_ready else ""
        is_over = bool(there or file.refusal)
        return JsonResponse(
            {"done": file.done, "number": file.number, "is_over": is_over, "download": there}
        )

    def download_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Send a finished file, as often as somebody asks within a day."""
        file = self._file(request, pk)
        if not file.is_ready or file.is_gone or not file.chunks.exists():
            raise Http404
        kind = TYPES.get(LabelFile.Kind(file.kind), "application/zip")
        name = f'attachment; filename="{file_name(file)}"'
        return StreamingHttpResponse(
            content(file), content_type=kind, headers={"Content-Disposition": name}
        )

    def _file(self, request: HttpRequest, pk: int) -> LabelFile:
        if not self.has_view_permission(request):
            raise PermissionDenied
        files = self.get_queryset(request).select_related("print_run__batch", "made_by")
        file: LabelFile | None = files.filter(pk=pk).first()
        if file is None:
            raise Http404
        return file
