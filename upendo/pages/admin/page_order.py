"""The pages of a chapter on its form: rows that are moved, by dragging or by keys."""

from typing import Any

from django import forms
from django.utils.translation import gettext

from upendo.catalogue.admin.base import ContentForm
from upendo.pages.models import Chapter
from upendo.story.built_in_pages import BY_NAME


class PageOrder(forms.Widget):
    """Shows a text with names of pages, one a line, as rows to be moved.

    The rows are made and sent as those of records' parts, so that the same script moves them.
    """

    template_name = "pages/page_order.html"

    def __init__(self, chapter: Chapter, titles: dict[str, str]) -> None:
        super().__init__()
        self.chapter, self.titles = chapter, titles

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        arranged = Chapter(built_in=self.chapter.built_in, order=value or "")
        rows = [(page, self.titles[page]) for page in arranged.arranged([*self.titles])]
        return super().get_context(name, value, attrs) | {"rows": rows}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """Return the text that the rows mean; an empty one where they are as by themselves."""
        places = {page: data.get(f"{name}-{page}-position", "") for page in self.titles}
        sent = [page for page, place in places.items() if place.isdecimal()]
        arranged = by_place(sent, places)
        return "" if arranged == sent else "\n".join(arranged)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(f"{name}-{page}-position" in data for page in self.titles)

    def id_for_label(self, id_: str) -> str:
        """Return none: the field is many rows, each with its own words."""
        return ""


def by_place(rows: list[str], places: dict[str, str]) -> list[str]:
    """Return rows in the order of their places, as a form sends these, whatever they hold."""
    return sorted(rows, key=lambda row: places[row].zfill(5))


class ChapterForm(ContentForm):
    """The form of a chapter, which has its pages put in order."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if order := self.fields.get("order"):
            order.widget = PageOrder(self.instance, titles_of(self.instance))


def titles_of(chapter: Chapter) -> dict[str, str]:
    """Return what the pages of a chapter are called, by their names, as they are by themselves."""
    own = {page.page_name: page.title for page in chapter.pages.order_by("position", "id")}
    words = {
        "beekeeper": gettext("the beekeeper"),
        "honey": gettext("the honey"),
        "forest": gettext("the forest"),
    }
    return {
        name: own.get(name) or BY_NAME[name].heading_for(words) for name in chapter.by_itself(own)
    }
