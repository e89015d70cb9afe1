from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin

from upendo.desk.admin import DeskAdmin
from upendo.insights.models import ShopLink, UnknownCode
from upendo.web.addresses import absolute


@admin.register(UnknownCode)
class UnknownCodeAdmin(ModelAdmin):
    list_display = ["code", "count", "first_asked_at", "last_asked_at"]
    search_fields = ["code"]
    date_hierarchy = "last_asked_at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: UnknownCode | None = None) -> bool:
        return False


@admin.register(ShopLink)
class ShopLinkAdmin(DeskAdmin):
    """Links are made and deleted, never changed."""

    list_display = ["shop", "made_at", "made_by", "good_until"]
    list_select_related = ["shop", "made_by"]
    search_fields = ["shop__name"]
    autocomplete_fields = ["shop"]

    def has_change_permission(self, request: HttpRequest, obj: ShopLink | None = None) -> bool:
        return False

    def get_fields(self, request: HttpRequest, obj: ShopLink | None = None) -> list[Any]:
        return ["shop", "address", "good_until", "made_by", "made_at"] if obj else ["shop"]

    def get_readonly_fields(self, request: HttpRequest, obj: ShopLink | None = None) -> list[str]:
        return ["address", "good_until", "made_by", "made_at"]

    @admin.display(description=_("link"))
    def address(self, link: ShopLink) -> str:
        address = absolute(link.get_absolute_url())
        return format_html(
            gettext(
                '<a href="{}">{}</a><br>Send it to the shop alone: whoever has it can read the '
                "figures. Delete it here to take it back."
            ),
            address,
            address,
        )

    def save_model(  # type: ignore[override]  # the theme's takes any model
        self, request: HttpRequest, obj: ShopLink, form: Any, change: bool
    ) -> None:
        obj.made_by_id = request.user.pk
        super().save_model(request, obj, form, change)
