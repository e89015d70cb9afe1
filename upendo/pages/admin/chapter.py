from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext

from upendo.catalogue.admin.base import CatalogueAdmin
from upendo.pages.admin.page_order import ChapterForm, by_place, titles_of
from upendo.pages.arrange import ChangedMeanwhileError, arrange
from upendo.pages.models import Chapter
from upendo.pages.models.chapter import NEVER_HIDDEN, BuiltIn


@admin.register(Chapter)
class ChapterAdmin(CatalogueAdmin):
    """The chapters in their order, whose rows are moved; and the form of one."""

    sortable_by = ()  # they have one order
    list_per_page = 200
    form = ChapterForm

    class Media:
        css = {"all": ["pages/order.css"]}

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """List the chapters; put them in order when they are posted, for readers at once."""
        may = self.has_change_permission(request)
        may_arrange = may and request.user.has_perm("catalogue.publish_draft")
        if request.method == "POST":
            if not may_arrange:
                raise PermissionDenied
            self._arrange(request)
            return HttpResponseRedirect(request.path)
        context = {"may_arrange": may_arrange} | (extra_context or {})
        return super().changelist_view(request, context)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """Leave out what a built-in chapter has not: words, and for some that it can be hidden."""
        name = obj.built_in if obj else ""
        words = [] if name else ["title", "line"]
        may_hide = [] if name in NEVER_HIDDEN else ["hidden"]
        has_order = ["order"] if obj and len(titles_of(obj)) > 1 else []
        return [*words, *may_hide, *has_order]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Put a new chapter before the last one, which is the end of the story."""
        if not change and (last := Chapter.objects.filter(built_in=BuiltIn.ASANTE).first()):
            obj.position = last.position
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A built-in chapter can be hidden at most."""
        is_built_in = obj is not None and obj.built_in
        return not is_built_in and super().has_delete_permission(request, obj)

    def _arrange(self, request: HttpRequest) -> None:
        opened = request.POST.get("opened", "").split()
        places = {pk: request.POST.get(f"chapter-{pk}-position", "") for pk in opened}
        try:
            moved = arrange(opened, by_place(opened, places))
        except ChangedMeanwhileError:
            words = gettext(
                "Nothing is published: somebody else has moved, added or deleted a chapter since "
                "you opened this list. Here they are as they are now. Look, then move yours again."
            )
            self.message_user(request, words, messages.ERROR)
            return
        for chapter in moved:
            self.log_change(request, chapter, gettext("Moved."))
        words = gettext("Readers find the chapters in this order now.")
        self.message_user(request, words, messages.SUCCESS)
