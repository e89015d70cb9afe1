"""Lists whose rows are put in order, for readers at once."""

from typing import Any

from django import forms
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.translation import gettext

from upendo.catalogue.admin.base import CatalogueAdmin


class PlaceForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """A row of such a list."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Name the field, which has no label in a list."""
        super().__init__(*args, **kwargs)
        if place := self.fields.get("position"):
            place.widget.attrs["aria-label"] = gettext("Place of %(instance)s") % {
                "instance": self.instance
            }


class OrderedAdmin(CatalogueAdmin):
    """A list in the order of the story; those who may publish drag its rows or type places."""

    ordering_field = "position"  # type: ignore[assignment]  # the theme's None is no type
    sortable_by = ()  # it has one order
    show_full_result_count = True
    list_per_page = 200

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        return super().get_changelist_form(request, form=PlaceForm, **kwargs)

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Let only those put it in order who may change at once what readers see."""
        changelist: ChangeList = super().get_changelist_instance(request)
        if not request.user.has_perm("catalogue.publish_draft"):
            changelist.list_editable = ()
        return changelist
