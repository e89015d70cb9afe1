from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.admin.base import CatalogueAdmin, ContentForm
from upendo.catalogue.admin.library.fields import LibraryForm
from upendo.catalogue.admin.library.many_pictures import ManyPicturesMixin
from upendo.catalogue.admin.library.picture_field import ACCEPT, PICTURE_MEDIA
from upendo.catalogue.admin.library.thumbnails import thumbnail
from upendo.catalogue.models import Jar, Picture
from upendo.catalogue.pictures.places import ANYWHERE
from upendo.catalogue.pictures.renditions import STORE_FAILS


class PictureFile(forms.FileInput):
    """A plain file field, which a script makes a drop zone with advice."""

    template_name = "catalogue/picture_file.html"
    media = PICTURE_MEDIA

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        return super().get_context(name, value, attrs) | {"place": ANYWHERE, "accept": ACCEPT}


class PictureForm(LibraryForm, ContentForm):
    FILE = "image"
    STORE_FAILS = STORE_FAILS

    def clean_alt(self) -> str:
        """Raises ValidationError for an empty text of a picture that readers see."""
        alt: str = self.cleaned_data["alt"]
        picture = self.instance
        if picture.pk and not alt.strip() and Jar.objects.printed().telling(picture).exists():
            raise forms.ValidationError(
                gettext("Readers see this picture, so its text cannot be empty.")
            )
        return alt


@admin.register(Picture)
class PictureAdmin(ManyPicturesMixin, CatalogueAdmin):
    form = PictureForm
    list_display = ["preview", "name", "words", "credit", "size", "standing", "updated_at"]
    list_display_links = ["preview", "name"]
    list_filter = [
        ("alt", admin.EmptyFieldListFilter),
        "is_photo",
        ("credit", admin.EmptyFieldListFilter),
    ]
    search_fields = ["purpose", "alt", "credit"]
    # Our own validator reads the header; Django's field would have any decoder open the file.
    formfield_overrides = {
        models.ImageField: {"form_class": forms.FileField, "widget": PictureFile}
    }
    readonly_fields = ["size", "focus"]

    def get_fields(self, request: HttpRequest, obj: Picture | None = None) -> list[Any]:
        return [
            "image",
            "purpose",
            "alt",
            "is_photo",
            "credit",
            "taken_on",
            *(["size", "focus", "focus_x", "focus_y"] if obj else []),
        ]

    @admin.display(description=_("picture"))
    def preview(self, picture: Picture) -> str:
        return thumbnail(picture)

    @admin.display(description=_("name"), ordering="purpose")
    def name(self, picture: Picture) -> str:
        return str(picture)

    @admin.display(description=_("alternative text"), ordering="alt")
    def words(self, picture: Picture) -> str:
        return picture.alt or gettext("No alternative text yet")

    @admin.display(description=_("size"))
    def size(self, picture: Picture) -> str:
        advice = ANYWHERE.advice(picture.width)
        return (
            gettext("%(width)s x %(height)s px. %(advice)s")
            % {"width": f"{picture.width:,}", "height": f"{picture.height:,}", "advice": advice}
        ).removesuffix(". ")

    @admin.display(description=_("focus"))
    def focus(self, picture: Picture) -> SafeString:
        """Show what stays in sight where the picture is cut."""
        return render_to_string("catalogue/picture_focus.html", {"picture": picture})
