"""The part of a letter's form with the reader's photo."""

from django.contrib import admin
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline

from upendo.inbox.models import Letter, Photo


class PhotoInline(StackedInline):
    """Shows the photo to whoever asks for it. Deleting it takes it from everywhere."""

    model = Photo
    extra = 0
    readonly_fields = ["preview"]
    fields = ["preview", "shown"]
    verbose_name_plural = _("The reader's photo")

    @admin.display(description=_("photo"))
    def preview(self, photo: Photo) -> SafeString:
        return render_to_string("inbox/desk_photo.html", {"photo": photo})

    def has_add_permission(self, request: HttpRequest, obj: Letter | None = None) -> bool:
        return False
