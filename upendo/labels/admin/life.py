"""The steps in a code's life: bring it live, retire it, bring it back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from unfold.admin import ModelAdmin

from upendo.catalogue import lifecycle
from upendo.catalogue.models import Jar


@dataclass(frozen=True)
class Step:
    """One way on from a status."""

    name: str
    status: Jar.Status
    question: str
    consequence: str
    button: str
    done: str
    take: Callable[[Iterable[Jar]], int]


STEPS = {
    step.name: step
    for step in (
        Step(
            "bring-live",
            Jar.Status.DRAFT,
            "Bring this live?",
            "Readers can open the story from now on. A live code can be printed, so it can be "
            "retired later, but never deleted, renamed or made a draft again.",
            "Bring live",
            "live",
            lifecycle.bring_live,
        ),
        Step(
            "retire",
            Jar.Status.LIVE,
            "Retire this?",
            "The story stays open to everybody who has such a jar, with a note that the code is "
            "no longer printed. You can bring it back at any time.",
            "Retire",
            "retired",
            lifecycle.retire,
        ),
        Step(
            "bring-back",
            Jar.Status.RETIRED,
            "Bring this back?",
            "The note that the code is no longer printed goes away.",
            "Bring back",
            "live again",
            lifecycle.bring_back,
        ),
    )
}


def step_from(jar: Jar) -> Step:
    """Return the step that a code can take next."""
    return next(step for step in STEPS.values() if step.status == jar.status)


class LifeMixin(ModelAdmin):
    """Takes one code or many through a step, after a look at what it means."""

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
        return self._step(request, STEPS[name], Jar.objects.filter(pk=pk)) or HttpResponseRedirect(
            reverse("admin:catalogue_jar_change", args=[pk])
        )

    @admin.action(description="Bring the chosen codes live")
    def bring_live(self, request: HttpRequest, jars: QuerySet[Jar]) -> HttpResponse | None:
        return self._step(request, STEPS["bring-live"], jars)

    @admin.action(description="Retire the chosen codes")
    def retire(self, request: HttpRequest, jars: QuerySet[Jar]) -> HttpResponse | None:
        return self._step(request, STEPS["retire"], jars)

    @admin.action(description="Bring the chosen retired codes back")
    def bring_back(self, request: HttpRequest, jars: QuerySet[Jar]) -> HttpResponse | None:
        return self._step(request, STEPS["bring-back"], jars)

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
                "may_step": self._may_step(request),
                "story_drafts": jar.story_drafts().count(),
            }
        return super().changeform_view(request, object_id, form_url, context)

    def _may_step(self, request: HttpRequest) -> bool:
        may_publish = request.user.has_perm("catalogue.publish_draft")
        return may_publish and self.has_change_permission(request)

    def _step(self, request: HttpRequest, step: Step, jars: QuerySet[Jar]) -> HttpResponse | None:
        """Return the question, or nothing once the step is taken."""
        if not self._may_step(request):
            raise PermissionDenied
        ready = jars.filter(status=step.status)
        if "confirmed" not in request.POST:
            return self._ask(request, step, ready)
        try:
            number = step.take(ready)
        except lifecycle.NotReadyError as refusal:
            return self._ask(request, step, ready, refusal)
        words = f"{number} code{' is' if number == 1 else 's are'} {step.done}."
        self.message_user(request, words, messages.SUCCESS)
        return None

    def _ask(
        self,
        request: HttpRequest,
        step: Step,
        jars: QuerySet[Jar],
        refusal: lifecycle.NotReadyError | None = None,
    ) -> HttpResponse:
        context = self.admin_site.each_context(request) | {
            "title": step.question,
            "opts": self.opts,
            "step": step,
            "jars": jars[:20],
            "number": jars.count(),
            "gaps": refusal.gaps if refusal else [],
            "posted": [
                (name, value)
                for name in ("action", "select_across", "_selected_action")
                for value in request.POST.getlist(name)
            ],
        }
        return TemplateResponse(request, "labels/step.html", context)
