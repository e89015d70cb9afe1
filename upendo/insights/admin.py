from django.contrib import admin
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from upendo.insights.models import UnknownCode


@admin.register(UnknownCode)
class UnknownCodeAdmin(ModelAdmin):
    list_display = ["code", "count", "first_asked_at", "last_asked_at"]
    search_fields = ["code"]
    date_hierarchy = "last_asked_at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: UnknownCode | None = None) -> bool:
        return False
