"""For admins whose models have pictures and recordings: choose one, or send a new one."""

from typing import Any

from django.contrib.admin import AdminSite
from django.db import models
from django.http import HttpRequest, HttpResponse

from upendo.catalogue.admin.library.fields import LibraryField, LibrarySelect
from upendo.catalogue.admin.library.picture_field import PictureSelect
from upendo.catalogue.admin.library.recording_field import RecordingSelect
from upendo.desk.permissions import permission

SELECTS: dict[Any, type[LibrarySelect]] = {
    select.MODEL: select for select in (PictureSelect, RecordingSelect)
}


class LibraryFields:
    """Each field for a record of a library gets that library's search and upload."""

    admin_site: AdminSite

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        for select in SELECTS.values():
            select.save_all_new(request)
        return super().changeform_view(request, *args, **kwargs)  # type: ignore[misc,no-any-return]  # an admin's

    def formfield_for_foreignkey(
        self, db_field: "models.ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        if select := SELECTS.get(db_field.related_model):
            may_add = request.user.has_perm(permission("add", select.MODEL))
            kwargs |= {
                "form_class": LibraryField,
                "widget": select(db_field, self.admin_site, may_add=may_add),
            }
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]  # an admin's
