"""A print run as a whole: what its codes are, what was printed of it, and all of it live."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.translation import gettext, ngettext

from upendo.catalogue.models import Jar, PrintRun
from upendo.desk.addresses import form_of
from upendo.labels.admin.steps import STEPS, StepsMixin
from upendo.labels.models import Label

NEWEST_FILES = 10  # of labels, named on the run's page


def standing(run: PrintRun) -> dict[str, Any]:
    """Return how many of a run's codes are what, and what was made of them."""
    found = run.jars.order_by().values("status").annotate(number=Count("pk"))
    numbers = {row["status"]: row["number"] for row in found}
    drafts = numbers.get(Jar.Status.DRAFT, 0)
    live, retired = numbers.get(Jar.Status.LIVE, 0), numbers.get(Jar.Status.RETIRED, 0)
    words = [
        (drafts, ngettext("%(number)s draft", "%(number)s drafts", drafts)),
        (live, gettext("%(number)s live")),
        (retired, gettext("%(number)s retired")),
    ]
    return {
        "words": ", ".join(word % {"number": f"{number:,}"} for number, word in words if number),
        "drafts": drafts,
        "number": sum(numbers.values()),
        "labelled": Label.objects.filter(jar__print_run=run).values("jar").distinct().count(),
        "files": run.label_files.select_related("made_by")[:NEWEST_FILES],
    }


class RunLifeMixin(StepsMixin):
    """Says how far a run is, and brings all its drafts live after one question."""

    change_form_template = "labels/print_run.html"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.bring_live_view)
        return [
            path("<int:pk>/bring-live/", view, name="catalogue_printrun_bring_live"),
            *super().get_urls(),
        ]

    def bring_live_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask about all drafts of a run, and bring them live when that is confirmed."""
        if not self.may_step(request):
            raise PermissionDenied
        run: PrintRun | None = self.get_object(request, str(pk))
        if run is None:
            raise Http404
        page = form_of(run)
        asked = self.take_step(request, STEPS["bring-live"], run.jars.all(), page)
        return asked or HttpResponseRedirect(page)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show above the order what became of it."""
        context = extra_context or {}
        if run := object_id and self.get_object(request, object_id):
            context |= {"standing": standing(run), "may_step": self.may_step(request)}
        return super().changeform_view(request, object_id, form_url, context)
