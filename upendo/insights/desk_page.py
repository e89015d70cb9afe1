"""The page of figures at the desk."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.views import UnfoldSiteViewMixin

from upendo.desk.guides import DeskPage
from upendo.insights.figures.asking import asked, asked_table
from upendo.insights.models import SummaryReader
from upendo.staff.shops import only_shop

MAY_READ = "insights.view_storycount"


class FiguresView(DeskPage):
    """What is read: of all jars, or of one shop's for an account of that shop."""

    title = _("What is read")
    permission_required = (MAY_READ,)
    template_name = "insights/desk.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        wants = SummaryReader.objects.filter(person=self.request.user.pk).exists()
        context |= asked(self.request.GET, only_shop(self.request.user)).context()
        return context | {"wants_summary": wants}

    def post(self, request: HttpRequest) -> HttpResponseBase:
        """Begin or stop to send the person a summary each month."""
        reader = SummaryReader.objects.filter(person=request.user.pk)
        if "stop" in request.POST:
            reader.delete()
            messages.success(request, gettext("You get no summary any more."))
        elif not cast("User", request.user).email:
            messages.error(
                request, gettext("Your account has no email address. Ask for one to be added.")
            )
        else:
            SummaryReader.objects.get_or_create(person_id=request.user.pk)
            messages.success(
                request, gettext("A summary comes by email at the beginning of each month.")
            )
        return HttpResponseRedirect(reverse("admin:what-is-read"))


class TableView(UnfoldSiteViewMixin):
    """The same as a table to download."""

    permission_required = (MAY_READ,)

    def get(self, request: HttpRequest) -> HttpResponseBase:
        return asked_table(request.GET, only_shop(request.user))
