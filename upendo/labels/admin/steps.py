"""What a step in a code's life means, and the page that asks about it and goes on with it."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Self, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
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

    def asked_of(self, number: int, code: str) -> str:
        """Return the question about so many codes, or about this one."""
        return self.question.format(code if number == 1 else f"{number:,} codes")


STEPS = {
    step.name: step
    for step in (
        Step(
            "bring-live",
            Jar.Status.DRAFT,
            "Bring {} live?",
            "Readers can open the story from now on. A live code can be printed, so it can be "
            "retired later, but never deleted, renamed or made a draft again.",
            "Bring live",
            "live",
            lifecycle.bring_live,
        ),
        Step(
            "retire",
            Jar.Status.LIVE,
            "Retire {}?",
            "The story stays open to everybody who has such a jar, with a note that the code is "
            "no longer printed. You can bring it back at any time.",
            "Retire",
            "retired",
            lifecycle.retire,
        ),
        Step(
            "bring-back",
            Jar.Status.RETIRED,
            "Bring {} back?",
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


@dataclass(frozen=True)
class Taken:
    """A step, the codes that take it, and where somebody goes who leaves it."""

    step: Step
    jars: QuerySet[Jar]
    leave: str


class StepsMixin(ModelAdmin):
    """Takes codes through a step, after a look at what it means."""

    def may_step(self, request: HttpRequest) -> bool:
        """Whether somebody may change what readers see of codes."""
        return request.user.has_perms(["catalogue.publish_draft", "catalogue.change_jar"])

    def take_step(
        self, request: HttpRequest, step: Step, jars: QuerySet[Jar], leave: str
    ) -> HttpResponse | None:
        """Return the question, or how far it is, or nothing once the step is taken.

        Who leaves it goes to the address ``leave``. Raises PermissionDenied.
        """
        if not self.may_step(request):
            raise PermissionDenied
        taken = Taken(step, jars, leave)
        way = Way.of(jars.filter(status=step.status), request.POST)
        if "confirmed" not in request.POST:
            return self._page(request, taken, way)
        end = time.monotonic() + SECONDS_A_REQUEST
        chosen = jars.filter(pk__lte=way.last)
        try:
            for done in step.take(chosen, way.after, cast("User", request.user)):
                way = way.behind(done)
                if time.monotonic() > end and way.done < way.total:
                    return self._page(request, taken, way)
        except lifecycle.NotReadyError as refusal:
            return self._page(request, taken, way, refusal.gaps)
        words = f"{way.done:,} code{' is' if way.done == 1 else 's are'} {step.done}."
        self.message_user(request, words, messages.SUCCESS)
        return None

    def _page(
        self, request: HttpRequest, taken: Taken, way: Way, gaps: Iterable[Any] = ()
    ) -> HttpResponse:
        step = taken.step
        found = taken.jars.filter(status=step.status).values_list("code", flat=True)
        codes = list(found[:SAMPLE])
        context = self.admin_site.each_context(request) | {
            "title": step.asked_of(way.total, codes[0] if codes else ""),
            "opts": self.opts,
            "step": step,
            "codes": codes,
            "way": way,
            "more": max(way.total - SAMPLE, 0),
            "gaps": gaps,
            "leave": taken.leave,
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
