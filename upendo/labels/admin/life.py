"""The steps in a code's life: bring it live, retire it, bring it back."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Self, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from unfold.admin import ModelAdmin

from upendo.catalogue import lifecycle
from upendo.catalogue.models import Jar

# Of work in one request, less than a host waits for: then a page says how far it is, and goes on.
SECONDS_A_REQUEST = 5
SAMPLE = 20  # codes, named on the page with the question


@dataclass(frozen=True)
class Step:
    """One way on from a status."""

    name: str
    status: Jar.Status
    question: str
    consequence: str
    button: str
    done: str
    take: lifecycle.Change


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


@dataclass(frozen=True)
class Way:
    """How far a step is with its codes; it travels with the page's form."""

    total: int
    last: int  # the highest primary key that there was when somebody was asked
    after: int = 0  # the primary key up to which all is done
    done: int = 0

    @classmethod
    def of(cls, jars: QuerySet[Jar], posted: QueryDict) -> Self:
        """Return the way that a form carries, or the whole way before these codes."""
        carried = {name: posted.get(name, "") for name in cls.__dataclass_fields__}
        if all(value.isdecimal() for value in carried.values()):
            return cls(**{name: int(value) for name, value in carried.items()})
        found = jars.aggregate(total=Count("pk"), last=Max("pk"))
        return cls(found["total"], found["last"] or 0)

    def behind(self, done: lifecycle.Round) -> Self:
        """Return the way after one more round."""
        return replace(self, after=done.up_to, done=self.done + done.changed)


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
        """Return the question, or how far it is, or nothing once the step is taken."""
        if not self._may_step(request):
            raise PermissionDenied
        way = Way.of(jars.filter(status=step.status), request.POST)
        if "confirmed" not in request.POST:
            return self._page(request, step, jars, way)
        end = time.monotonic() + SECONDS_A_REQUEST
        chosen = jars.filter(pk__lte=way.last)
        try:
            for done in step.take(chosen, way.after, cast("User", request.user)):
                way = way.behind(done)
                if time.monotonic() > end and way.done < way.total:
                    return self._page(request, step, jars, way)
        except lifecycle.NotReadyError as refusal:
            return self._page(request, step, jars, way, refusal.gaps)
        words = f"{way.done:,} code{' is' if way.done == 1 else 's are'} {step.done}."
        self.message_user(request, words, messages.SUCCESS)
        return None

    def _page(
        self,
        request: HttpRequest,
        step: Step,
        jars: QuerySet[Jar],
        way: Way,
        gaps: Iterable[Any] = (),
    ) -> HttpResponse:
        codes = jars.filter(status=step.status).values_list("code", flat=True)[:SAMPLE]
        context = self.admin_site.each_context(request) | {
            "title": step.question,
            "opts": self.opts,
            "step": step,
            "codes": codes,
            "way": way,
            "more": max(way.total - SAMPLE, 0),
            "gaps": gaps,
            "posted": [
                *(
                    (name, value)
                    for name in ("action", "select_across", "_selected_action")
                    for value in request.POST.getlist(name)
                ),
                *vars(way).items(),
            ],
        }
        return TemplateResponse(request, "labels/step.html", context)
