"""The page of a step with many codes: how far it is, and the ways on."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from upendo.desk.addresses import form_of
from upendo.desk.admin import ReadOnlyAdmin
from upendo.labels.admin.steps import STEPS, StepsMixin
from upendo.labels.long_steps import gaps_of, go_on, stop
from upendo.labels.models import LongStep


@admin.register(LongStep)
class LongStepAdmin(StepsMixin, ReadOnlyAdmin):
    list_display = ["asked_at", "asked_by", "what", "number", "done", "ended_at"]
    list_select_related = ["asked_by"]

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.stop_view)
        return [path("<int:pk>/stop/", view, name="labels_longstep_stop"), *super().get_urls()]

    @admin.display(description=_("step"))
    def what(self, step: LongStep) -> str:
        return str(STEPS[step.name].button)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show how far a step is; whoever sends the page's form has it go on."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        key = int(object_id) if object_id.isdecimal() else 0
        step = get_object_or_404(LongStep.objects.select_related("asked_by"), pk=key)
        if request.method == "POST":
            return self._go_on(request, step)
        context = self.admin_site.each_context(request) | {
            "title": f"{STEPS[step.name].button}: {step}",
            "opts": self.opts,
            "step": step,
            "words": STEPS[step.name],
            "may_step": self.may_step(request),
            "gaps": gaps_of(step) if step.is_held_up else [],
        }
        return TemplateResponse(request, "labels/long_step.html", context)

    @method_decorator(require_POST)
    def stop_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Leave the rest of the codes as they are."""
        if not self.may_step(request):
            raise PermissionDenied
        step = get_object_or_404(LongStep, pk=pk)
        stop(step.pk)
        return HttpResponseRedirect(form_of(step))

    def _go_on(self, request: HttpRequest, step: LongStep) -> HttpResponse:
        """Take some more codes; a script asks for JSON, and a button for the page."""
        if not self.may_step(request):
            raise PermissionDenied
        step = go_on(step.pk)
        if request.accepts("text/html"):
            return HttpResponseRedirect(form_of(step))
        is_over = bool(step.ended_at or step.is_held_up)
        return JsonResponse({"done": step.done, "number": step.number, "is_over": is_over})
