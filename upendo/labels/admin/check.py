"""The page that checks a list of printed codes."""

import io
from itertools import islice

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from unfold.admin import ModelAdmin
from unfold.decorators import action
from unfold.widgets import UnfoldAdminFileFieldWidget

from upendo.catalogue.models import Jar
from upendo.catalogue.shops import seen_by
from upendo.labels.check_printed import listed, printed_addresses, silent
from upendo.staff.shops import only_shop

MOST_BYTES = 5 * 1024 * 1024
MOST_LINES = 100_000  # each is looked up
LINE_ENDS = (b"\n", b"\r")
SHOWN = 200  # lines on the page


class ListForm(forms.Form):
    """A list of codes or addresses; without one, all that was made here is checked."""

    file = forms.FileField(
        label="List of codes or addresses, CSV or text",
        required=False,
        widget=UnfoldAdminFileFieldWidget(attrs={"accept": ".csv,.txt"}),
    )

    def clean_file(self) -> object:
        """Raises ValidationError for a file that nobody made by hand or here."""
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError("This file is larger than 5 MB. Check it in parts.")
        if file:
            lines = max(map(file.read().count, LINE_ENDS))
            file.seek(0)
            if lines > MOST_LINES:
                raise forms.ValidationError(
                    f"This file has more than {MOST_LINES:,} lines. Check it in parts."
                )
        return file


class CheckMixin(ModelAdmin):
    """Checks printed codes at the press of a button."""

    actions_list = ["check_printed"]  # type: ignore[assignment]  # typed by an empty default

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.check_view)
        return [path("check/", view, name="labels_labelfile_check_printed"), *super().get_urls()]

    @action(description="Check printed codes", icon="fact_check", permissions=["view"])
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
            "title": "Check printed codes",
            "opts": self.opts,
            "form": form,
        }
        if is_sent and form.is_valid():
            file = form.cleaned_data["file"]
            text = io.TextIOWrapper(file, "utf-8-sig", "replace") if file else None
            jars = seen_by(Jar.objects.all(), request.user)
            said = listed(text) if text else printed_addresses(only_shop(request.user))
            found = silent(said, jars)
            shown = list(islice(found, SHOWN))  # of what may be a million
            number = len(shown) + sum(1 for _ in found)
            context |= {"checked": True, "silent": shown, "number": number}
        return TemplateResponse(request, "labels/check_printed.html", context)
