"""The page of everything that stories lack."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from upendo.catalogue.gap_checks.story_gaps import NEWEST, missing
from upendo.desk.guides import DeskPage

NAMED = 10  # stories, on the page, that have a gap


class MissingView(DeskPage):
    """Each gap once, where it is mended, with the stories that have it."""

    title = _("Missing in stories")
    template_name = "catalogue/missing.html"
    permission_required = "catalogue.change_batch"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"found": missing(), "most": NEWEST, "named": NAMED}
