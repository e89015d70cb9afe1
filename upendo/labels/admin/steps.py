"""What a step in a code's life means, and the page that asks about it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.admin import ModelAdmin

from upendo.catalogue import lifecycle
from upendo.catalogue.models import Jar
from upendo.desk.addresses import form_of
from upendo.desk.words import Words
from upendo.labels.long_steps import CHANGES, begin

SAMPLE = 20  # codes, named on the page with the question


@dataclass(frozen=True)
class Step:
    """One way on from a status, or from a draft that waits."""

    name: str
    status: Jar.Status | None
    question: Words
    consequence: Words
    button: Words
    done: Words

    @property
    def most(self) -> int:
        """How many codes take it in the request that asks; more are a long step."""
        return lifecycle.CODES_A_ROUND if self.status else lifecycle.DRAFTS_A_ROUND

    def waiting(self, jars: QuerySet[Jar]) -> QuerySet[Jar]:
        """Return those of some codes that can take it."""
        if self.status:
            return jars.filter(status=self.status)
        return jars.filter(pk__in=lifecycle.drafts_of_codes().values("object_id"))

    def asked_of(self, number: int, code: str) -> str:
        """Return the question about so many codes, or about this one."""
        codes = ngettext("%(number)s code", "%(number)s codes", number)
        return self.question.format(code if number == 1 else codes % {"number": f"{number:,}"})


STEPS = {
    step.name: step
    for step in (
        Step(
            "bring-live",
            Jar.Status.DRAFT,
            _("Bring {} live?"),
            _(
                "Readers can open the story from now on. A live code can be printed, so it can be "
                "retired later, but never deleted, renamed or made a draft again."
            ),
            _("Bring live"),
            _("live"),
        ),
        Step(
            "retire",
            Jar.Status.LIVE,
            _("Retire {}?"),
            _(
                "The story stays open to everybody who has such a jar, with a note that the code "
                "is "
                "no longer printed. You can bring it back at any time."
            ),
            _("Retire"),
            _("retired"),
        ),
        Step(
            "bring-back",
            Jar.Status.RETIRED,
            _("Bring {} back?"),
            _("The note that the code is no longer printed goes away."),
            _("Bring back"),
            _("live again"),
        ),
        Step(
            "publish",
            None,
            _("Publish the drafts of {}?"),
            _(
                "Readers meet at once what these drafts change. A draft that cannot be published "
                "stays a draft, and says why when somebody looks at it."
            ),
            _("Publish"),
            _("published"),
        ),
    )
}


class StepsMixin(ModelAdmin):
    """Takes codes through a step, after a look at what it means."""

    def may_step(self, request: HttpRequest) -> bool:
        """Whether somebody may change what readers see of codes."""
        return request.user.has_perms(["catalogue.publish_draft", "catalogue.change_jar"])

    def take_step(
        self, request: HttpRequest, step: Step, jars: QuerySet[Jar], leave: str
    ) -> HttpResponse | None:
        """Return the question, or nothing once the step is taken.

        Many codes lead to the page of a long step. Who leaves the question goes to the address
        ``leave``. Raises PermissionDenied.
        """
        if not self.may_step(request):
            raise PermissionDenied
        chosen = step.waiting(jars)
        if "confirmed" not in request.POST:
            return self._page(request, step, chosen, leave)
        if last := re.fullmatch("[0-9]{1,18}", request.POST.get("last", "")):
            # Not those that were made after somebody was asked.
            chosen = chosen.filter(pk__lte=int(last[0]))
        person = cast("User", request.user)
        if chosen.count() > step.most:
            key = _key(request)
            return HttpResponseRedirect(
                form_of(begin(key=key, name=step.name, jars=chosen, author=person))
            )
        try:
            changed = sum(done.changed for done in CHANGES[step.name](chosen, 0, person))
        except lifecycle.NotReadyError as refusal:
            return self._page(request, step, chosen, leave, refusal.gaps)
        words = ngettext(
            "%(number)s code is %(done)s.", "%(number)s codes are %(done)s.", changed
        ) % {"number": f"{changed:,}", "done": step.done}
        self.message_user(request, words, messages.SUCCESS)
        return None

    def _page(
        self,
        request: HttpRequest,
        step: Step,
        jars: QuerySet[Jar],
        leave: str,
        gaps: Iterable[Any] = (),
    ) -> HttpResponse:
        codes = list(jars.values_list("code", flat=True)[:SAMPLE])
        found = jars.aggregate(total=Count("pk"), last=Max("pk"))
        context = self.admin_site.each_context(request) | {
            "title": step.asked_of(found["total"], codes[0] if codes else ""),
            "opts": self.opts,
            "step": step,
            "codes": codes,
            "total": found["total"],
            "more": max(found["total"] - SAMPLE, 0),
            "gaps": gaps,
            "leave": leave,
            "posted": [
                *(
                    (name, value)
                    for name in ("action", "select_across", "_selected_action")
                    for value in request.POST.getlist(name)
                ),
                ("last", found["last"] or 0),
                ("key", uuid4()),
            ],
        }
        return TemplateResponse(request, "labels/step.html", context)


def _key(request: HttpRequest) -> UUID:
    """Return what a form that is sent twice says twice."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid4()
