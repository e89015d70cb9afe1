"""What lists and forms of all subjects have in common."""

from typing import Any

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import Field
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from upendo.desk.paging import LongListPaginator


class RelatedFieldsMixin:
    """Shows beside a field that names another record how to make a new one."""

    def formfield_for_dbfield(
        self, db_field: "Field[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]  # a mixin
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.template_name = "desk/related_widget.html"
        return field


class DeskAdmin(RelatedFieldsMixin, ModelAdmin):
    """The list and the form of one kind of record."""

    paginator = LongListPaginator
    show_full_result_count = False
    view_on_site = False  # see DeskSite.get_urls


class ReadOnlyAdmin(ModelAdmin):
    """A list to be read, and nothing else."""

    view_on_site = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
