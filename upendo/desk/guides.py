"""Short illustrated guides, one a task, for people who have other things to do."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from unfold.views import UnfoldSiteViewMixin

from upendo.desk.menu import menu_page
from upendo.desk.words import Words


@dataclass(frozen=True)
class Guide:
    """One task; its text is the template desk/help/NAME.html."""

    name: str
    title: Words
    summary: Words
    icon: str


GUIDES = (
    Guide(
        "beekeeper",
        _("A new beekeeper and a letter"),
        _("From a phone's photo to a story."),
        "person",
    ),
    Guide(
        "batch",
        _("A new batch and its codes"),
        _("From the lot number to the labels."),
        "qr_code_2",
    ),
    Guide("labels", _("Print labels"), _("On a sheet, a roll, or by a printing house."), "label"),
    Guide(
        "publish",
        _("Preview and publish"),
        _("See it as readers will, then show it."),
        "visibility",
    ),
    Guide("wording", _("A wording that is blocked"), _("What may be said, and how."), "gavel"),
    Guide("retire", _("Retire a code"), _("It still opens its story, for ever."), "inventory"),
    Guide("undo", _("Undo"), _("Every version is kept. Bring one back."), "undo"),
)
BY_NAME = {guide.name: guide for guide in GUIDES}

menu_page("Help", _("Guides"), "menu_book", url=lambda: reverse("admin:help"))


class DeskPage(UnfoldSiteViewMixin, TemplateView):
    """A page for everybody who may open the desk."""

    permission_required: str | tuple[str, ...] = ()


class GuidesView(DeskPage):
    """All guides."""

    title = _("How it is done")
    template_name = "desk/help.html"
    extra_context = {"guides": GUIDES}


class GuideView(DeskPage):
    """One guide."""

    @property
    def title(self) -> Words:
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
