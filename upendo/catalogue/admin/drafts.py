"""The drafts that wait: their list, what they change, and the one way to publish them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from unfold.admin import ModelAdmin

from upendo.catalogue.models import Jar
from upendo.catalogue.previews import Preview, page_of, preview_of_record
from upendo.catalogue.shops import seen_by
from upendo.desk.addresses import form_of
from upendo.editing import drafts
from upendo.editing.differences import UNKNOWN, Difference, differences, named
from upendo.editing.models import Draft, DraftQuerySet
from upendo.editing.rows import rows_of


@dataclass(frozen=True)
class Review:
    """A draft as somebody looks at it before it is published."""

    draft: Draft

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


@admin.register(Draft)
class DraftAdmin(ModelAdmin):
    """Drafts are made and edited on the forms of their records."""

    list_display = ["what", "kind", "author", "updated_at"]
    list_filter = ["author"]
    actions = ["look_at_chosen"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Draft]:
        waiting: DraftQuerySet = super().get_queryset(request)  # type: ignore[assignment]  # the theme hides it
        return (
            waiting.readable_by(request.user)
            .select_related("author", "content_type")
            .prefetch_related("record")
        )

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Draft | None:
        """Raises PermissionDenied for who may see no drafts, whether there is this one or not."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        draft: Draft | None = super().get_object(request, object_id, from_field)
        return draft

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("review/", view(self.review_view), name="catalogue_draft_review"),
            path("preview/<str:code>/", view(self.preview_view), name="catalogue_draft_preview"),
            *super().get_urls(),
        ]

    def review_view(self, request: HttpRequest) -> HttpResponse:
        """Show what some drafts change; publish or discard them together when that is posted."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        reviews = [Review(draft) for draft in self._asked_for(request)]
        if request.method == "POST":
            return self._decide(request, reviews)
        context = self.admin_site.each_context(request) | {
            "title": "Drafts to publish" if len(reviews) != 1 else str(reviews[0].draft),
            "opts": self.opts,
            "reviews": reviews,
            "may_publish": request.user.has_perm("catalogue.publish_draft"),
            "story_preview": _story_preview(request.GET),
        }
        return TemplateResponse(request, "catalogue/review.html", context)

    def preview_view(self, request: HttpRequest, code: str) -> HttpResponse:
        """Open a story with its drafts, also that of a code that is not live yet."""
        if not request.user.has_perm("catalogue.view_jar"):
            raise PermissionDenied
        jars = seen_by(Jar.objects.with_story(), request.user)
        jar = get_object_or_404(jars, code=code)
        drafts_in_it = jar.story_drafts().readable_by(request.user)
        return HttpResponseRedirect(Preview.of(jar, drafts_in_it).address())

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Look at one draft."""
        return HttpResponseRedirect(f"{reverse('admin:catalogue_draft_review')}?draft={object_id}")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Draft | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Draft | None = None) -> bool:
        """Only together with its record."""
        return obj is not None and _may(request, "delete", obj)

    @admin.action(description="Look at the chosen drafts, to publish or discard them")
    def look_at_chosen(self, request: HttpRequest, chosen: QuerySet[Draft]) -> HttpResponse:
        query = QueryDict(mutable=True)
        query.setlist("draft", [str(draft.pk) for draft in chosen])
        return HttpResponseRedirect(
            f"{reverse('admin:catalogue_draft_review')}?{query.urlencode()}"
        )

    @admin.display(description="what")
    def what(self, draft: Draft) -> str:
        lost = drafts.lost_in(draft)
        return f"{draft.record} ({named(lost)} {UNKNOWN})" if lost else str(draft.record)

    @admin.display(description="kind")
    def kind(self, draft: Draft) -> str:
        return str(draft.content_type.name)

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

    def _decide(self, request: HttpRequest, reviews: list[Review]) -> HttpResponse:
        if {review.seen for review in reviews} != set(request.POST.getlist("seen")):
            words = "One of these drafts has changed while you looked. Look again, then decide."
            self.message_user(request, words, messages.WARNING)
            return HttpResponseRedirect(request.get_full_path())
        decide = self._discard if "_discard" in request.POST else self._publish
        return decide(request, [review.draft for review in reviews])

    def _publish(self, request: HttpRequest, chosen: list[Draft]) -> HttpResponse:
        if not request.user.has_perm("catalogue.publish_draft"):
            raise PermissionDenied
        try:
            drafts.publish(chosen)
        except drafts.NotPublishableError as error:
            self.message_user(request, str(error), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        names = ", ".join(str(draft.record) for draft in chosen)
        self.message_user(request, f"Published: {names}. Readers see it now.", messages.SUCCESS)
        return HttpResponseRedirect(_onwards(chosen))

    def _discard(self, request: HttpRequest, chosen: list[Draft]) -> HttpResponse:
        for draft in chosen:
            if not _may(request, "change", draft):
                raise PermissionDenied
        for draft in chosen:
            drafts.discard(draft.record)
        self.message_user(request, "Discarded. Readers see what they saw before.", messages.SUCCESS)
        return HttpResponseRedirect(_onwards(chosen))


def _may(request: HttpRequest, verb: str, draft: Draft) -> bool:
    """Whether somebody may do something to the record of a draft."""
    kind = draft.content_type
    return request.user.has_perm(f"{kind.app_label}.{verb}_{kind.model}")


def _onwards(decided: list[Draft]) -> str:
    if len(decided) == 1:
        return form_of(decided[0].record)
    return reverse("admin:catalogue_draft_changelist")


def _story_preview(query: QueryDict) -> str:
    code = query.get("story")
    return reverse("admin:catalogue_draft_preview", args=[code]) if code else ""
