"""The drafts that wait: their list, and the ways to look at them."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from upendo.catalogue.admin.review import ReviewMixin, may
from upendo.catalogue.models import Jar
from upendo.catalogue.previews import Preview
from upendo.catalogue.shops import seen_by
from upendo.editing import drafts
from upendo.editing.models import Draft, DraftQuerySet
from upendo.editing.states.differences import UNKNOWN, named

MOST_TO_LOOK_AT = 100  # drafts, whose numbers stand in the page's address


@admin.register(Draft)
class DraftAdmin(ReviewMixin, ModelAdmin):
    """Drafts are made and edited on the forms of their records."""

    list_display = ["what", "kind", "author", "updated_at", "to_be_published"]
    list_filter = ["author"]
    actions = ["look_at_chosen"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Draft]:
        waiting: DraftQuerySet = super().get_queryset(request)  # type: ignore[assignment]  # the theme hides it
        return (
            waiting.readable_by(request.user)
            .select_related("author", "content_type", "plan")
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
            path("preview/<str:code>/", view(self.preview_view), name="catalogue_draft_preview"),
            *super().get_urls(),
        ]

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
        return obj is not None and may(request, "delete", obj)

    @admin.action(description=_("Look at the chosen drafts, to publish or discard them"))
    def look_at_chosen(self, request: HttpRequest, chosen: QuerySet[Draft]) -> HttpResponse | None:
        if chosen.count() > MOST_TO_LOOK_AT:
            words = gettext(
                "Choose %(most)s drafts at most: nobody can look at more at once. Those of many "
                "codes are published in the list of codes."
            ) % {"most": MOST_TO_LOOK_AT}
            self.message_user(request, words, messages.WARNING)
            return None
        query = QueryDict(mutable=True)
        query.setlist("draft", [str(draft.pk) for draft in chosen])
        return HttpResponseRedirect(
            f"{reverse('admin:catalogue_draft_review')}?{query.urlencode()}"
        )

    @admin.display(description=_("what"))
    def what(self, draft: Draft) -> str:
        lost = drafts.lost_in(draft)
        return f"{draft.record} ({named(lost)} {UNKNOWN})" if lost else str(draft.record)

    @admin.display(description=_("kind"))
    def kind(self, draft: Draft) -> str:
        return str(draft.content_type.name)

    @admin.display(description=_("to be published"), ordering="plan__at")
    def to_be_published(self, draft: Draft) -> str:
        if plan := draft.plan:
            return (
                gettext("refused: %(refused)s") % {"refused": plan.refused}
                if plan.refused
                else plan.when
            )
        return gettext("no time set")
