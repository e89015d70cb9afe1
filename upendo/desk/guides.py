"""Short illustrated guides, one a task, for people who have other things to do."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.views.generic import TemplateView
from unfold.views import UnfoldSiteViewMixin

from upendo.desk.menu import menu_page


@dataclass(frozen=True)
class Guide:
    """One task; its text is the template desk/help/NAME.html."""

    name: str
    title: str
    summary: str
    icon: str


GUIDES = (
    Guide(
        "beekeeper", "A new beekeeper and a letter", "From a phone's photo to a story.", "person"
    ),
    Guide("batch", "A new batch and its codes", "From the lot number to the labels.", "qr_code_2"),
    Guide("labels", "Print labels", "On a sheet, a roll, or by a printing house.", "label"),
    Guide("publish", "Preview and publish", "See it as readers will, then show it.", "visibility"),
    Guide("wording", "A wording that is blocked", "What may be said, and how.", "gavel"),
    Guide("retire", "Retire a code", "It still opens its story, for ever.", "inventory"),
    Guide("undo", "Undo", "Every version is kept. Bring one back.", "undo"),
)
BY_NAME = {guide.name: guide for guide in GUIDES}

menu_page("Help", "Guides", "menu_book", url=lambda: reverse("admin:help"))


class DeskPage(UnfoldSiteViewMixin, TemplateView):
    """A page for everybody who may open the desk."""

    permission_required: str | tuple[str, ...] = ()


class GuidesView(DeskPage):
    """All guides."""

    title = "How it is done"
    template_name = "desk/help.html"
    extra_context = {"guides": GUIDES}


class GuideView(DeskPage):
    """One guide."""

    @property
    def title(self) -> str:
        """What it helps with."""
        return self._guide.title

    def get_template_names(self) -> list[str]:
        return [f"desk/help/{self._guide.name}.html"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        place = GUIDES.index(self._guide)
        following = GUIDES[(place + 1) % len(GUIDES)]
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"guide": self._guide, "following": following}

    @property
    def _guide(self) -> Guide:
        if self.kwargs["guide"] not in BY_NAME:
            raise Http404
        return BY_NAME[self.kwargs["guide"]]
