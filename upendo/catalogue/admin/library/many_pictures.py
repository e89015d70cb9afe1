"""The page that takes many photos into the library."""

import time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import action

from upendo.catalogue.admin.library.add_picture import (
    IN_LIBRARY,
    KNOWN,
    Outcome,
    add_picture,
    known_picture,
)
from upendo.catalogue.admin.library.picture_field import ACCEPT
from upendo.catalogue.admin.library.thumbnails import thumbnail
from upendo.desk.addresses import form_of
from upendo.web.apart import BUSY

SECONDS = 12  # for pictures that come in one request; the last may take as long again
TOO_LATE = _("Not taken: there were too many at once. Nothing is lost: choose it again.")


class ManyPicturesMixin(ModelAdmin):
    """Takes many photos, each in a request of its own where the page's script runs."""

    actions_list = ["add_many"]  # type: ignore[assignment]  # typed by an empty default

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.many_view)
        return [path("many/", view, name="catalogue_picture_many"), *super().get_urls()]

    @action(description=_("Add many photos"), icon="add_photo_alternate", permissions=["add"])
    def add_many(self, request: HttpRequest) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:catalogue_picture_many"))

    def many_view(self, request: HttpRequest) -> HttpResponse:
        """Take the photos of a request, and say what became of each."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        files = request.FILES.getlist("files")
        if request.headers.get("Accept") == "application/json" and request.method == "POST":
            return _answer(request, files)
        context = self.admin_site.each_context(request) | {
            "title": gettext("Add many photos"),
            "opts": self.opts,
            "accept": ACCEPT,
            "taken": _take_in_time(
                files,
                request.POST.get("purpose", "").strip(),
                request.POST.get("credit", ""),
            ),
        }
        return TemplateResponse(request, "catalogue/many_pictures.html", context)


def _answer(request: HttpRequest, files: "list[UploadedFile[Any]]") -> JsonResponse:
    """Take one file, or say whether the library knows it already."""
    source = request.POST.get("source", "")
    if files:
        purpose, credit = request.POST.get("purpose", ""), request.POST.get("credit", "")
        outcome = add_picture(file=files[0], purpose=purpose, credit=credit, source=source)
    elif picture := known_picture(source):
        outcome = Outcome(KNOWN, IN_LIBRARY, picture)
    else:
        outcome = Outcome("unknown", "")
    data = {"state": outcome.state, "words": outcome.words, "address": "", "thumbnail": ""}
    if picture := outcome.picture:
        data |= {"address": form_of(picture), "thumbnail": thumbnail(picture)}
    return JsonResponse(data, status=503 if outcome.state == BUSY else 200)


def _take_in_time(
    files: "list[UploadedFile[Any]]", purpose: str, credit: str
) -> list[tuple[str, Outcome]]:
    """Return each file's name and what became of it, before the host gives up."""
    end = time.monotonic() + SECONDS
    taken = []
    for number, file in enumerate(files, 1):
        if time.monotonic() > end:
            outcome = Outcome(BUSY, TOO_LATE)
        else:
            name = f"{purpose} {number}" if purpose else ""
            outcome = add_picture(file=file, purpose=name, credit=credit)
        taken.append((file.name or "", outcome))
    return taken
