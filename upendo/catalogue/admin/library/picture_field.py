"""The form field for a picture of a story: choose one from the library or send a new one."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import HttpRequest, HttpResponse

from upendo.catalogue.admin.library.fields import LibraryField, LibrarySelect, NewInLibrary
from upendo.catalogue.models import Picture
from upendo.catalogue.pictures.headers import ACCEPTED
from upendo.catalogue.pictures.places import Place, place_of
from upendo.catalogue.pictures.renditions import STORE_FAILS

# Some systems know HEIC only by the file's name.
ACCEPT = ", ".join([*(f"image/{kind.lower()}" for kind in ACCEPTED), "image/heic", ".heic"])
PICTURE_MEDIA = forms.Media(
    css={"all": ["catalogue/pictures.css"]},
    js=[forms.Script("catalogue/pictures.js", type="module")],  # type: ignore[list-item]  # allowed
)


@dataclass
class NewPicture(NewInLibrary[Picture]):
    """A picture that somebody sent, and what it shows."""

    STORE_FAILS = STORE_FAILS

    alt: str

    def make(self) -> Picture:
        return Picture(image=self.file, alt=self.alt)


class PictureSelect(LibrarySelect):
    """A search in the library, and a file field, which a script turns into a drop zone."""

    FILE = "-file"
    template_name = "catalogue/picture_select.html"

    def __init__(self, *args: Any, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place

    @property
    def media(self) -> forms.Media:
        return super().media + PICTURE_MEDIA

    @staticmethod
    def new(file: "UploadedFile[Any]", data: Any, name: str) -> NewPicture:
        return NewPicture(file, data.get(f"{name}-alt", "").strip())

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        picture = Picture.objects.filter(pk=value).first() if value else None
        return super().get_context(name, value, attrs) | {
            "picture": picture,
            "advice": self.place.advice(picture.width) if picture else "",
            "place": self.place,
            "may_add": self.may_add,
            "accept": ACCEPT,
        }


class PictureFields:
    """For an admin whose model has pictures: each gets this module's field."""

    admin_site: AdminSite

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        PictureSelect.save_all_new(request, Picture)
        return super().changeform_view(request, *args, **kwargs)  # type: ignore[misc,no-any-return]  # an admin's

    def formfield_for_foreignkey(
        self, db_field: "models.ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.related_model is Picture:
            kwargs |= {
                "form_class": LibraryField,
                "widget": PictureSelect(
                    db_field,
                    self.admin_site,
                    place=place_of(db_field),
                    may_add=request.user.has_perm("catalogue.add_picture"),
                ),
            }
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]  # an admin's
