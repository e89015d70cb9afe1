"""The page that checks a list of printed codes."""

from itertools import islice
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin
from unfold.decorators import action
from unfold.widgets import UnfoldAdminFileFieldWidget

from upendo.catalogue.models import Jar
from upendo.catalogue.shops import seen_by
from upendo.labels.check_printed import printed_addresses, silent
from upendo.labels.lists import read_list
from upendo.staff.shops import only_shop
from upendo.web.apart import apart

SHOWN = 200  # lines on the page


class ListForm(forms.Form):
    """A list of codes or addresses; without one, all that was made here is checked."""

    file = forms.FileField(
        label=_("List of codes or addresses, CSV or text"),
        required=False,
        widget=UnfoldAdminFileFieldWidget(attrs={"accept": ".csv,.txt"}),
    )

    def clean_file(self) -> list[str] | None:
        """Return what the list names, or None without one. Raises ValidationError."""
        file: Any = self.cleaned_data["file"]
        return apart(read_list, file) if file else None


class CheckMixin(ModelAdmin):
    """Checks printed codes at the press of a button."""

    actions_list = ["check_printed"]  # type: ignore[assignment]  # typed by an empty default

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.check_view)
        return [path("check/", view, name="labels_labelfile_check_printed"), *super().get_urls()]

    @action(description=_("Check printed codes"), icon="fact_check", permissions=["view"])
    def check_printed(self, request: HttpRequest) -> HttpResponse:
        return HttpResponse(
            status=302, headers={"Location": reverse("admin:labels_labelfile_check_printed")}
        )

    def check_view(self, request: HttpRequest) -> HttpResponse:
        """Ask for a list, and say which of it open no story."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        is_sent = request.method == "POST"
        form = ListForm(request.POST, request.FILES) if is_sent else ListForm()
        context = self.admin_site.each_context(request) | {
            "title": gettext("Check printed codes"),
            "opts": self.opts,
            "form": form,
        }
        if is_sent and form.is_valid():
            named = form.cleaned_data["file"]
            jars = seen_by(Jar.objects.all(), request.user)
            said = printed_addresses(only_shop(request.user)) if named is None else named
            found = silent(said, jars)
            shown = list(islice(found, SHOWN))  # of what may be a million
            number = len(shown) + sum(1 for _ in found)
            context |= {"checked": True, "silent": shown, "number": number}
        return TemplateResponse(request, "labels/check_printed.html", context)
