"""The page on which drafts are looked at: then published, now or at a time, or discarded."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from unfold.admin import ModelAdmin

from upendo.catalogue.models import Jar
from upendo.catalogue.previews import page_of, preview_of_record
from upendo.desk.addresses import form_of, list_of
from upendo.editing import drafts, plans
from upendo.editing.admin.review_forms import NoteForm, PlanForm
from upendo.editing.models import Draft, DraftQuerySet
from upendo.editing.states.differences import Difference, differences
from upendo.editing.states.rows import rows_of

# What is shown of a draft beside what it changes.
ABOUT = ("record", "notes__author", "notes__to", "plan__drafts__record")


@dataclass(frozen=True)
class Review:
    """A draft as somebody looks at it before it is published."""

    draft: Draft
    note_form: NoteForm

    @property
    def seen(self) -> str:
        """A text that differs for each version of the draft: its key and the time of the change."""
        return f"{self.draft.pk}@{self.draft.updated_at.isoformat()}"

    @property
    def form(self) -> str:
        """The address of the form on which the draft is edited."""
        return form_of(self.draft.record)

    @property
    def preview(self) -> str:
        """The address of a preview on the real pages; empty when no code shows the record."""
        preview = preview_of_record(self.draft.record)
        return preview.address(page_of(self.draft.record)) if preview else ""

    @cached_property
    def differences(self) -> list[Difference]:
        """What it would change for readers."""
        live = rows_of(self.draft.record)
        return differences(live, drafts.changes_in(self.draft).on(live))

    @cached_property
    def lost(self) -> list[Difference]:
        """What it says of fields that are gone: until that is left out, it is not published."""
        return drafts.lost_in(self.draft)


class ReviewMixin(ModelAdmin):
    """Shows what some drafts change, and does with them what somebody decides."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.review_view)
        return [path("review/", view, name="catalogue_draft_review"), *super().get_urls()]

    def review_view(self, request: HttpRequest) -> HttpResponse:
        """Show some drafts; note, publish, plan or discard when that is posted."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked_for = self._asked_for(request).select_related("author", "content_type")
        chosen = list(asked_for.select_related("plan__asked_by").prefetch_related(*ABOUT))
        plan = next((draft.plan for draft in chosen if draft.plan), None)
        plan_form = PlanForm(plan, _typed(request, "_plan"))
        user = cast("User", request.user)
        reviews = [
            Review(draft, NoteForm(draft, user, _typed(request, "_note", str(draft.pk))))
            for draft in chosen
        ]
        answer = self._answer(request, reviews, plan_form) if request.method == "POST" else None
        return answer or self._page(request, reviews, plan_form)

    def _page(
        self, request: HttpRequest, reviews: list[Review], plan_form: PlanForm
    ) -> HttpResponse:
        plans_of_them = {review.draft.plan for review in reviews if review.draft.plan}
        context = self.admin_site.each_context(request) | {
            "title": gettext("Drafts to publish") if len(reviews) != 1 else str(reviews[0].draft),
            "opts": self.opts,
            "reviews": reviews,
            "plans": sorted(plans_of_them, key=lambda plan: plan.at),
            "plan_form": plan_form,
            "may_publish": request.user.has_perm("catalogue.publish_draft"),
            "story_preview": _story_preview(request.GET),
        }
        return TemplateResponse(request, "catalogue/review.html", context)

    def _asked_for(self, request: HttpRequest) -> DraftQuerySet:
        """Return the drafts of a story that this person may look at, or the drafts named.

        Raises PermissionDenied when one of those named is of a record that is not theirs to see.
        """
        if code := request.GET.get("story"):
            jar = get_object_or_404(Jar.objects.with_story(), code=code)
            return jar.story_drafts().readable_by(request.user)
        numbers = [number for number in request.GET.getlist("draft") if number.isdecimal()]
        named = Draft.objects.get_queryset().filter(pk__in=numbers)
        readable = named.readable_by(request.user)
        if named.difference(readable).exists():
            raise PermissionDenied
        return readable

    def _answer(
        self, request: HttpRequest, reviews: list[Review], plan_form: PlanForm
    ) -> HttpResponse | None:
        """Do what was posted; None when something typed has to be mended first."""
        if "_note" in request.POST:
            return self._note(request, reviews)
        if {review.seen for review in reviews} != set(request.POST.getlist("seen")):
            words = gettext(
                "One of these drafts has changed while you looked. Look again, then decide."
            )
            self.message_user(request, words, messages.WARNING)
            return HttpResponseRedirect(request.get_full_path())
        chosen = [review.draft for review in reviews]
        if "_discard" in request.POST:
            return self._discard(request, chosen)
        if not request.user.has_perm("catalogue.publish_draft"):
            raise PermissionDenied
        if "_plan" in request.POST:
            return self._plan(request, chosen, plan_form)
        decide: Decide = self._take_back if "_take_back" in request.POST else self._publish
        return decide(request, chosen)

    def _note(self, request: HttpRequest, reviews: list[Review]) -> HttpResponse | None:
        form = next((review.note_form for review in reviews if review.note_form.is_bound), None)
        if form is None or not form.is_valid():
            return None
        note = form.save()
        words = gettext("Your note stands at the draft, and goes to %(value)s by email.") % {
            "value": note.to and note.to.email
        }
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(f"{request.get_full_path()}#draft-{note.draft_id}")

    def _publish(self, request: HttpRequest, chosen: list[Draft]) -> HttpResponse:
        try:
            drafts.publish(chosen)
        except drafts.NotPublishableError as error:
            self.message_user(request, str(error), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        names = ", ".join(str(draft.record) for draft in chosen)
        self.message_user(
            request,
            gettext("Published: %(names)s. Readers see it now.") % {"names": names},
            messages.SUCCESS,
        )
        return HttpResponseRedirect(_onwards(chosen))

    def _plan(
        self, request: HttpRequest, chosen: list[Draft], form: PlanForm
    ) -> HttpResponse | None:
        if not form.is_valid():
            return None
        user, others = cast("User", request.user), _dropped_with(chosen)
        plan = plans.set_time(chosen, form.cleaned_data["at"], form.cleaned_data["zone"], user)
        told = (
            gettext("by email, and here")
            if user.email
            else gettext("here, since your account has no address")
        )
        words = gettext(
            "Readers see it from %(when)s on, or a few minutes later. If something "
            "keeps it from being published then, you are told %(told)s.%(others)s"
        ) % {"when": plan.when, "told": told, "others": others}
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(request.get_full_path())

    def _take_back(self, request: HttpRequest, chosen: list[Draft]) -> HttpResponse:
        others = _dropped_with(chosen)
        plans.take_back(chosen, cast("User", request.user))
        words = gettext("It waits again until somebody publishes it.%(others)s") % {
            "others": others
        }
        self.message_user(request, words, messages.SUCCESS)
        return HttpResponseRedirect(request.get_full_path())

    def _discard(self, request: HttpRequest, chosen: list[Draft]) -> HttpResponse:
        for draft in chosen:
            if not may(request, "change", draft):
                raise PermissionDenied
        for draft in chosen:
            drafts.discard(draft.record, cast("User", request.user))
        self.message_user(
            request, gettext("Discarded. Readers see what they saw before."), messages.SUCCESS
        )
        return HttpResponseRedirect(_onwards(chosen))


def may(request: HttpRequest, verb: str, draft: Draft) -> bool:
    """Whether somebody may do something to the record of a draft."""
    kind = draft.content_type
    return request.user.has_perm(f"{kind.app_label}.{verb}_{kind.model}")


type Decide = Callable[[HttpRequest, list[Draft]], HttpResponse]


def _dropped_with(chosen: list[Draft]) -> str:
    """Return in words whose time ends with that of some drafts, since they had it in common."""
    keys, planned = [draft.pk for draft in chosen], [draft.plan_id for draft in chosen]
    others = Draft.objects.filter(plan__in=planned, plan__refused="").exclude(pk__in=keys)
    names = ", ".join(str(draft.record) for draft in others)
    return (
        gettext(" Their common time has ended, too, for %(names)s.") % {"names": names}
        if names
        else ""
    )


def _typed(request: HttpRequest, button: str, value: str = "") -> QueryDict | None:
    """Return what was sent with one of the page's buttons; None with another one."""
    return request.POST if request.POST.get(button) == value else None


def _onwards(decided: list[Draft]) -> str:
    return form_of(decided[0].record) if len(decided) == 1 else list_of(Draft)


def _story_preview(query: QueryDict) -> str:
    code = query.get("story")
    return reverse("admin:catalogue_draft_preview", args=[code]) if code else ""
