from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.admin.base import CatalogueAdmin, ContentForm
from upendo.catalogue.admin.library.fields import LibraryForm
from upendo.catalogue.admin.library.recording_field import ACCEPT
from upendo.catalogue.models import Recording
from upendo.catalogue.recordings.sound import STORE_FAILS


class RecordingForm(LibraryForm, ContentForm):
    FILE = "file"
    STORE_FAILS = STORE_FAILS

    class Meta:
        widgets = {"file": forms.FileInput({"accept": ACCEPT})}


@admin.register(Recording)
class RecordingAdmin(CatalogueAdmin):
    form = RecordingForm
    list_display = ["title", "player", "language", "standing", "updated_at"]
    list_filter = ["language", "by_program"]
    search_fields = ["title"]
    readonly_fields = ["player"]

    class Media:
        css = {"all": ["catalogue/recordings.css"]}

    def get_fields(self, request: HttpRequest, obj: Recording | None = None) -> list[Any]:
        return [*(["player"] if obj else []), "file", "title", "language", "by_program"]

    @admin.display(description=_("as readers hear it"))
    def player(self, recording: Recording) -> SafeString:
        return render_to_string("catalogue/recording_player.html", {"recording": recording})
