from typing import Any

from django.contrib import admin
from django.db.models import Field, Max, TextField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.admin.base import StackedPart, TabularPart
from upendo.pages.admin.ordered import OrderedAdmin
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
class PageAdmin(OrderedAdmin):
    list_display = ["title", "address", "chapter", "standing", "updated_at"]
    list_filter = ["chapter"]
    list_select_related = ["chapter"]
    search_fields = ["title", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    fields = ["title", "slug", "chapter", "position"]
    inlines = [BlockInline, AudienceInline]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Propose the place after all other pages."""
        last = Page.objects.aggregate(last=Max("position"))["last"]
        place = {"position": (last or 0) + 1}
        return place | super().get_changeform_initial_data(request)

    @admin.display(description=_("address"), ordering="slug")
    def address(self, page: Page) -> str:
        return page.page_name
