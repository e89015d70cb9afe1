"""The form field for a recording of a story: choose one from the library or send a new one."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from upendo.catalogue import languages
from upendo.catalogue.admin.library.fields import LibrarySelect, NewInLibrary
from upendo.catalogue.models import Recording
from upendo.catalogue.recordings.sound import STORE_FAILS

# Some systems know these only by the file's name.
ACCEPT = "audio/*, .m4a, .mp3, .ogg, .opus, .oga, .wav, .aac, .caf, .amr"
RECORDING_MEDIA = forms.Media(css={"all": ["catalogue/recordings.css"]})


@dataclass
class NewRecording(NewInLibrary[Recording]):
    """A recording that somebody sent, and what is heard in it."""

    STORE_FAILS = STORE_FAILS

    title: str
    language: str
    by_program: bool

    def make(self) -> Recording:
        return Recording(
            file=self.file,
            title=self.title or PurePath(self.file.name or "").stem,
            language=self.language,
            by_program=self.by_program,
        )


class RecordingSelect(LibrarySelect):
    """A search in the library, the chosen recording to listen to, and fields for a new one."""

    MODEL = Recording
    FILE = "-sound"
    template_name = "catalogue/recording_select.html"

    @property
    def media(self) -> forms.Media:
        return super().media + RECORDING_MEDIA

    @staticmethod
    def new(file: "UploadedFile[Any]", data: Any, name: str) -> NewRecording:
        title, language = (data.get(f"{name}-{field}", "") for field in ("title", "language"))
        return NewRecording(file, title.strip(), language or "sw", f"{name}-program" in data)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        return super().get_context(name, value, attrs) | {
            "recording": Recording.objects.filter(pk=value).first() if value else None,
            "may_add": self.may_add,
            "accept": ACCEPT,
            "languages": languages.choices(),
        }
