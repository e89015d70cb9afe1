"""The form field for a recording of a story: choose one from the library or send a new one."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import HttpRequest, HttpResponse

from upendo.catalogue import languages
from upendo.catalogue.models import Recording
from upendo.catalogue.recordings.sound import STORE_FAILS

# Some systems know these only by the file's name.
ACCEPT = "audio/*, .m4a, .mp3, .ogg, .opus, .oga, .wav, .aac, .caf, .amr"
SOUND = "-sound"  # the end of the name of each file field for a recording
RECORDING_MEDIA = forms.Media(css={"all": ["catalogue/recordings.css"]})


@dataclass
class NewRecording:
    """A file that somebody sent instead of choosing a recording from the library."""

    file: "UploadedFile[Any]"
    title: str
    language: str
    by_program: bool

    @property
    def recording(self) -> Recording | None:
        """The saved recording, or None before `save`.

        It is kept on the file, because a new NewRecording is made at each reading of the form.
        """
        return getattr(self.file, "recording", None)

    def save(self) -> Recording:
        """Add it to the library, once. Raises ValidationError when it cannot be heard or stored."""
        if self.recording:
            return self.recording
        title = self.title or PurePath(self.file.name or "").stem
        recording = Recording(
            file=self.file, title=title, language=self.language, by_program=self.by_program
        )
        try:
            recording.store()
            recording.full_clean()
            recording.save()
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        except OSError as error:
            raise ValidationError(STORE_FAILS) from error
        self.file.recording = recording  # type: ignore[attr-defined]  # see above
        return recording


class RecordingSelect(AutocompleteSelect):
    """A search in the library, the chosen recording to listen to, and fields for a new one."""

    template_name = "catalogue/recording_select.html"
    needs_multipart_form = True

    def __init__(self, *args: Any, may_add: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.may_add = may_add

    @property
    def media(self) -> forms.Media:
        return super().media + RECORDING_MEDIA

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        if self.may_add and f"{name}{SOUND}" in files:
            return _new_recording(data, files, name)
        return super().value_from_datadict(data, files, name)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        return super().get_context(name, value, attrs) | {
            "recording": Recording.objects.filter(pk=value).first() if value else None,
            "may_add": self.may_add,
            "accept": ACCEPT,
            "languages": languages.choices(),
        }


def _new_recording(data: Any, files: Any, name: str) -> NewRecording:
    title, language = (data.get(f"{name}-{field}", "") for field in ("title", "language"))
    return NewRecording(
        files[f"{name}{SOUND}"], title.strip(), language or "sw", f"{name}-program" in data
    )


class RecordingField(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic at run time
    """Accepts a recording of the library or the NewRecording that RecordingSelect returns."""

    def to_python(self, value: Any) -> Recording | None:
        return value.save() if isinstance(value, NewRecording) else super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, NewRecording):
            return value.recording.pk if value.recording else None
        return super().prepare_value(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return isinstance(data, NewRecording) or super().has_changed(initial, data)


class RecordingFields:
    """For an admin whose model has recordings: each gets this module's field."""

    admin_site: AdminSite

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save new recordings before the form is checked, and keep them even if it is refused.

        Nobody has to send a recording again because another field is wrong; and what a draft's
        form writes itself is rolled back.
        """
        if request.user.has_perm("catalogue.add_recording"):
            for name in request.FILES:
                if name.endswith(SOUND):
                    # The recording's own field shows what is wrong with it.
                    with suppress(ValidationError):
                        _new_recording(request.POST, request.FILES, name.removesuffix(SOUND)).save()
        return super().changeform_view(request, *args, **kwargs)  # type: ignore[misc,no-any-return]  # an admin's

    def formfield_for_foreignkey(
        self, db_field: "models.ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.related_model is Recording:
            may_add = request.user.has_perm("catalogue.add_recording")
            kwargs |= {
                "form_class": RecordingField,
                "widget": RecordingSelect(db_field, self.admin_site, may_add=may_add),
            }
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]  # an admin's
