"""The form field for a picture of a story: choose one from the library or send a new one."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import HttpRequest, HttpResponse

from upendo.catalogue.models import Picture
from upendo.catalogue.pictures.headers import ACCEPTED
from upendo.catalogue.pictures.places import Place, place_of
from upendo.catalogue.pictures.renditions import STORE_FAILS

# Some systems know HEIC only by the file's name.
ACCEPT = ", ".join([*(f"image/{kind.lower()}" for kind in ACCEPTED), "image/heic", ".heic"])
FILE = "-file"  # the end of the name of each file field for a picture
PICTURE_MEDIA = forms.Media(
    css={"all": ["catalogue/pictures.css"]},
    js=[forms.Script("catalogue/pictures.js", type="module")],  # type: ignore[list-item]  # allowed
)


@dataclass
class NewPicture:
    """A file that somebody sent instead of choosing a picture from the library."""

    file: "UploadedFile[Any]"
    alt: str

    @property
    def picture(self) -> Picture | None:
        """The saved picture, or None before `save`.

        It is kept on the file, because Django makes a new NewPicture at each reading of the form.
        """
        return getattr(self.file, "picture", None)

    def save(self) -> Picture:
        """Add it to the library, once. Raises ValidationError when it cannot be shown or stored."""
        if self.picture:
            return self.picture
        picture = Picture(image=self.file, alt=self.alt)
        try:
            picture.store()
            picture.full_clean()
            picture.save()
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        except OSError as error:
            raise ValidationError(STORE_FAILS) from error
        self.file.picture = picture  # type: ignore[attr-defined]  # see above
        return picture


class PictureSelect(AutocompleteSelect):
    """A search in the library, and a file field, which a script turns into a drop zone."""

    template_name = "catalogue/picture_select.html"
    needs_multipart_form = True

    def __init__(self, *args: Any, place: Place, may_add: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place, self.may_add = place, may_add

    @property
    def media(self) -> forms.Media:
        return super().media + PICTURE_MEDIA

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        if self.may_add and f"{name}{FILE}" in files:
            return _new_picture(data, files, name)
        return super().value_from_datadict(data, files, name)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        picture = Picture.objects.filter(pk=value).first() if value else None
        return super().get_context(name, value, attrs) | {
            "picture": picture,
            "advice": self.place.advice(picture.width) if picture else "",
            "place": self.place,
            "may_add": self.may_add,
            "accept": ACCEPT,
        }


def _new_picture(data: Any, files: Any, name: str) -> NewPicture:
    return NewPicture(files[f"{name}{FILE}"], data.get(f"{name}-alt", "").strip())


class PictureField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Accepts a picture of the library or the NewPicture that PictureSelect returns."""

    def to_python(self, value: Any) -> Picture | None:
        return value.save() if isinstance(value, NewPicture) else super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, NewPicture):
            return value.picture.pk if value.picture else None
        return super().prepare_value(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return isinstance(data, NewPicture) or super().has_changed(initial, data)


class PictureFields:
    """For an admin whose model has pictures: each gets this module's field."""

    admin_site: AdminSite

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save new pictures before the form is checked, and keep them even if the form is refused.

        Nobody has to send a picture again because another field is wrong. A draft can refer to the
        picture: what a draft's form writes itself is rolled back.
        """
        if request.user.has_perm("catalogue.add_picture"):
            for name in request.FILES:
                if name.endswith(FILE):
                    # The picture's own field shows what is wrong with it.
                    with suppress(ValidationError):
                        _new_picture(request.POST, request.FILES, name.removesuffix(FILE)).save()
        return super().changeform_view(request, *args, **kwargs)  # type: ignore[misc,no-any-return]  # an admin's

    def formfield_for_foreignkey(
        self, db_field: "models.ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.related_model is Picture:
            kwargs |= {
                "form_class": PictureField,
                "widget": PictureSelect(
                    db_field,
                    self.admin_site,
                    place=place_of(db_field),
                    may_add=request.user.has_perm("catalogue.add_picture"),
                ),
            }
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]  # an admin's
