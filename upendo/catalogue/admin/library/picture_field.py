"""The form field for a picture of a story: choose one from the library or send a new one."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db import models

from upendo.catalogue.admin.library.fields import LibrarySelect, NewInLibrary
from upendo.catalogue.models import Picture
from upendo.catalogue.pictures.headers import ACCEPTED
from upendo.catalogue.pictures.places import place_of
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

    MODEL = Picture
    FILE = "-file"
    template_name = "catalogue/picture_select.html"

    def __init__(self, field: "models.ForeignKey[Any, Any]", *args: Any, **kwargs: Any) -> None:
        super().__init__(field, *args, **kwargs)
        self.place = place_of(field)

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
