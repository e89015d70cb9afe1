"""The desk: Django's admin in its theme, with a start page and a login of our own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.sites import UnfoldAdminSite

from upendo.desk.finding import find

WORDS_KEPT = 600  # seconds
LONGEST = 100  # characters of what is looked for


class DeskSite(UnfoldAdminSite):
    """The one admin site."""

    index_template = "desk/start.html"
    index_title = _("What needs attention")
    login_template = "staff/login.html"

    def get_urls(self) -> list[Any]:
        """Leave out Django's way from a number to a record's page: it asks for no permission.

        Everybody with an account could open all readers' private letters with it.
        """
        urls = super().get_urls()
        return [url for url in urls if getattr(url, "name", "") != "view_on_site"]

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Take lists and forms in the theme alone.

        Those of libraries look foreign here, and some show what nobody should see, such as the
        secrets of other people's second factors.
        """
        if admin_class and issubclass(admin_class, ModelAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def i18n_javascript(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Let browsers keep what scripts say, which every page of the desk asks for."""
        response: HttpResponse = super().i18n_javascript(request, extra_context)
        patch_cache_control(response, private=True, max_age=WORDS_KEPT)
        return response

    def search(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Find records by their names; with `part`, only what was found, for Ctrl+K's window.

        The theme's own search keeps for minutes what it found, whatever changes meanwhile.
        """
        text = request.GET.get("s", "")[:LONGEST]
        context = {"text": text, "found": find(self, request, text), "title": gettext("Find")}
        if "part" in request.GET:
            return TemplateResponse(request, "desk/found.html", context)
        context = self.each_context(request) | context
        return TemplateResponse(request, "desk/find.html", context)
