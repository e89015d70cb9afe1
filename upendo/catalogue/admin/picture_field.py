"""The form field for a picture of a story: one out of the library, or a new one."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import HttpRequest

from upendo.catalogue.models import Picture
from upendo.catalogue.picture_uses import Use, use_of
from upendo.catalogue.pictures import ACCEPTED, STORE_FAILS

# A phone that sees HEIC missing here sends a JPEG instead.
ACCEPT = ", ".join(f"image/{kind.lower()}" for kind in ACCEPTED)
PICTURE_MEDIA = forms.Media(
    css={"all": ["catalogue/pictures.css"]},
    js=[forms.Script("catalogue/pictures.js", type="module")],  # type: ignore[list-item]  # allowed
)


@dataclass
class NewPicture:
    """What somebody sent in place of a choice."""

    file: "UploadedFile[Any]"
    alt: str

    @property
    def picture(self) -> Picture | None:
        """What it became; the file remembers, since Django reads a form's data many times."""
        return getattr(self.file, "picture", None)

    def save(self) -> Picture:
        """Add it to the library, where it stays whatever becomes of the rest of the form.

        So nobody sends it again over a poor connection for another field's sake. Raises
        ValidationError when it cannot be shown or stored.
        """
        picture = Picture(image=self.file, alt=self.alt)
        try:
            picture.full_clean()
            picture.save()
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        except OSError as error:
            raise ValidationError(STORE_FAILS) from error
        self.file.picture = picture  # type: ignore[attr-defined]  # see above
        return picture


class PictureSelect(AutocompleteSelect):
    """Searches the library; beside it a plain file field, which a script makes a drop zone."""

    template_name = "catalogue/picture_select.html"
    needs_multipart_form = True

    def __init__(self, *args: Any, use: Use, may_add: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.use, self.may_add = use, may_add

    @property
    def media(self) -> forms.Media:
        return super().media + PICTURE_MEDIA

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        file = files.get(f"{name}-file")
        if file and self.may_add:
            return NewPicture(file, data.get(f"{name}-alt", "").strip())
        return super().value_from_datadict(data, files, name)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        picture = Picture.objects.filter(pk=value).first() if value else None
        return super().get_context(name, value, attrs) | {
            "picture": picture,
            "advice": self.use.advice(picture.width) if picture else "",
            "use": self.use,
            "may_add": self.may_add,
            "accept": ACCEPT,
        }


class PictureField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Takes what PictureSelect gives."""

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

    def formfield_for_foreignkey(
        self, db_field: "models.ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.related_model is Picture:
            kwargs |= {
                "form_class": PictureField,
                "widget": PictureSelect(
                    db_field,
                    self.admin_site,
                    use=use_of(db_field),
                    may_add=request.user.has_perm("catalogue.add_picture"),
                ),
            }
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]  # an admin's
