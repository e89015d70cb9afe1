from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from upendo.claims.models import WordingOverride
from upendo.desk.admin import DeskAdmin


@admin.register(WordingOverride)
class WordingOverrideAdmin(DeskAdmin):
    """A record of who allowed what: added, seen and withdrawn, but never changed."""

    list_display = ["passage", "rule", "reason", "allowed_by", "allowed_at"]
    list_filter = ["rule", "allowed_by"]
    list_select_related = ["rule", "allowed_by"]
    search_fields = ["passage", "reason", "rule__name"]
    autocomplete_fields = ["rule"]
    date_hierarchy = "allowed_at"
    fields = ["rule", "passage", "reason"]

    def has_change_permission(
        self, request: HttpRequest, obj: WordingOverride | None = None
    ) -> bool:
        return False

    def get_fields(self, request: HttpRequest, obj: WordingOverride | None = None) -> list[Any]:
        own = ["allowed_by", "allowed_at"] if obj else []
        return [*self.fields, *own]

    def save_model(  # type: ignore[override]  # the theme's takes any model
        self, request: HttpRequest, obj: WordingOverride, form: Any, change: bool
    ) -> None:
        obj.allowed_by = request.user  # type: ignore[assignment]  # nobody is anonymous here
        super().save_model(request, obj, form, change)

    def response_add(
        self, request: HttpRequest, obj: WordingOverride, post_url_continue: str | None = None
    ) -> HttpResponse:
        messages.info(
            request, gettext("Go back to the text now and save it once more: it will pass.")
        )
        return super().response_add(request, obj, post_url_continue)
