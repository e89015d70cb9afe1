from typing import Any

from django.contrib import admin
from django.db.models import Field, Max, TextField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.admin.base import CatalogueAdmin, StackedPart, TabularPart
from upendo.pages.models import Audience, Block, Page


class BlockInline(StackedPart):
    model = Block
    tab = False
    autocomplete_fields = ["picture", "claim", "recording", "beekeeper"]
    fields = [
        "kind",
        "text",
        "said_by",
        "url",
        "picture",
        "claim",
        "recording",
        "beekeeper",
        "position",
    ]

    class Media:
        css = {"all": ["pages/blocks.css"]}

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Show few lines at first: a page has many blocks."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, TextField):
            field.widget.attrs["rows"] = 3
        return field


class AudienceInline(TabularPart):
    model = Audience
    tab = False
    autocomplete_fields = ["honey", "forest", "shop"]
    verbose_name_plural = _("Only for (no line: for every jar)")


@admin.register(Page)
class PageAdmin(CatalogueAdmin):
    list_display = ["title", "address", "chapter", "standing", "updated_at"]
    list_filter = ["chapter"]
    list_select_related = ["chapter"]
    search_fields = ["title", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    fields = ["title", "slug", "chapter"]
    inlines = [BlockInline, AudienceInline]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Put a new page after all others; among those of its chapter it is moved on its form."""
        if not change:
            last = Page.objects.aggregate(last=Max("position"))["last"]
            obj.position = (last or 0) + 1
        super().save_model(request, obj, form, change)

    @admin.display(description=_("address"), ordering="slug")
    def address(self, page: Page) -> str:
        return page.page_name
