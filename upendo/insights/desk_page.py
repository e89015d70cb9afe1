"""The page of figures at the desk."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from unfold.views import UnfoldSiteViewMixin

from upendo.desk.guides import DeskPage
from upendo.insights.figures.asking import asked, asked_table
from upendo.staff.shops import only_shop

MAY_READ = "insights.view_storycount"


class FiguresView(DeskPage):
    """What is read: of all jars, or of one shop's for an account of that shop."""

    title = "What is read"
    permission_required = (MAY_READ,)
    template_name = "insights/desk.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | asked(self.request.GET, only_shop(self.request.user)).context()


class TableView(UnfoldSiteViewMixin):
    """The same as a table to download."""

    permission_required = (MAY_READ,)

    def get(self, request: HttpRequest) -> HttpResponseBase:
        return asked_table(request.GET, only_shop(request.user))
