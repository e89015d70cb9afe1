"""The steps of codes, on their form and in the list: bring live, retire, bring back, publish."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import Jar
from upendo.labels.admin.steps import STEPS, Step, StepsMixin


def step_from(jar: Jar) -> Step:
    """Return the step that a code can take next."""
    return next(step for step in STEPS.values() if step.status == jar.status)


class LifeMixin(StepsMixin):
    """Takes one code, or those chosen in the list, through a step."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.step_view)
        return [
            path("<int:pk>/<slug:name>/step/", view, name="catalogue_jar_step"),
            *super().get_urls(),
        ]

    def step_view(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """Ask about one code, and take the step when that is confirmed."""
        if name not in STEPS:
            raise Http404
        form = reverse("admin:catalogue_jar_change", args=[pk])
        code = Jar.objects.filter(pk=pk)
        return self.take_step(request, STEPS[name], code, form) or HttpResponseRedirect(form)

    @admin.action(description=_("Bring the chosen codes live"))
    def bring_live(self, request: HttpRequest, jars: QuerySet[Jar]) -> HttpResponse | None:
        return self.take_step(request, STEPS["bring-live"], jars, request.get_full_path())

    @admin.action(description=_("Retire the chosen codes"))
    def retire(self, request: HttpRequest, jars: QuerySet[Jar]) -> HttpResponse | None:
        return self.take_step(request, STEPS["retire"], jars, request.get_full_path())

    @admin.action(description=_("Bring the chosen retired codes back"))
    def bring_back(self, request: HttpRequest, jars: QuerySet[Jar]) -> HttpResponse | None:
        return self.take_step(request, STEPS["bring-back"], jars, request.get_full_path())

    @admin.action(description=_("Publish the drafts of the chosen codes"))
    def publish(self, request: HttpRequest, jars: QuerySet[Jar]) -> HttpResponse | None:
        return self.take_step(request, STEPS["publish"], jars, request.get_full_path())

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Offer the next step on the code's form."""
        context = extra_context or {}
        if jar := object_id and self.get_object(request, unquote(object_id)):
            context |= {
                "step": step_from(jar),
                "may_step": self.may_step(request),
                "story_drafts": jar.story_drafts().count(),
            }
        return super().changeform_view(request, object_id, form_url, context)
