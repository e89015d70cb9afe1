"""Recordings, to be heard in stories."""

from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _

from upendo.catalogue import languages
from upendo.catalogue.models.content import Content
from upendo.catalogue.recordings.read import read


class Recording(Content):
    """A recording, kept as a small MP3 without its metadata; the file that came is not kept.

    Its address holds the hash of its content, so that it may be cached for ever.
    """

    reader_texts = ("title",)

    file = models.FileField(
        _("recording"),
        upload_to="recordings",
        help_text=_("As a phone makes it: m4a, mp3, ogg, opus or wav, up to 15 MB or 10 minutes."),
    )
    title = models.CharField(
        max_length=120,
        help_text=_(
            "What is heard, such as Neema reads her letter. Readers see it on pages of your own."
        ),
    )
    language = models.CharField(
        _("language spoken"), max_length=10, choices=languages.choices, default="sw"
    )
    by_program = models.BooleanField(
        _("spoken by a speech program"),
        default=False,
        help_text=_("Readers are told that it is no person's voice."),
    )
    seconds = models.PositiveSmallIntegerField(_("length, s"), editable=False)

    class Meta:
        ordering = ["-updated_at"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new file is read, encoded anew and stored first.

        Raises ValidationError when it is not a recording that can be heard, OSError when it cannot
        be stored.
        """
        self.store()
        super().save(*args, **kwargs)

    def store(self) -> None:
        """Store a new recording; raises what save() raises."""
        if self.file and not getattr(self.file, "_committed", True):
            sound = read(self.file.file)
            name = f"{sound.digest}/recording.mp3"
            self.file.save(name, ContentFile(sound.content), save=False)
            self.seconds = sound.seconds

    @property
    def src(self) -> str:
        """Its address: ours, whatever it is stored on."""
        return f"{settings.MEDIA_URL}{self.file.name}"

    @property
    def length(self) -> str:
        """How long it is, in minutes and seconds."""
        return f"{self.seconds // 60}:{self.seconds % 60:02}"
