from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from upendo.pages.admin.ordered import OrderedAdmin
from upendo.pages.admin.page_order import ChapterForm, titles_of
from upendo.pages.models import Chapter
from upendo.pages.models.chapter import NEVER_HIDDEN, BuiltIn


@admin.register(Chapter)
class ChapterAdmin(OrderedAdmin):
    list_display = ["called", "line", "is_shown", "standing"]
    list_display_links = ["called"]
    form = ChapterForm

    class Media:
        css = {"all": ["pages/order.css"]}

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Leave out what a built-in chapter has not: words, and for some that it can be hidden."""
        name = obj.built_in if obj else ""
        words = [] if name else ["title", "line"]
        may_hide = [] if name in NEVER_HIDDEN else ["hidden"]
        has_order = ["order"] if obj and len(titles_of(obj)) > 1 else []
        return [*words, *may_hide, *has_order, "position"]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Propose the place before the last chapter, which is the end of the story."""
        last = Chapter.objects.filter(built_in=BuiltIn.ASANTE).first()
        place = {"position": last.position} if last else {}
        return place | super().get_changeform_initial_data(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A built-in chapter can be hidden at most."""
        is_built_in = obj is not None and obj.built_in
        return not is_built_in and super().has_delete_permission(request, obj)

    @admin.display(description=_("chapter"))
    def called(self, chapter: Chapter) -> str:
        return str(chapter)

    @admin.display(description=_("shown"), boolean=True)
    def is_shown(self, chapter: Chapter) -> bool:
        return not chapter.hidden
