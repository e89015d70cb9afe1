"""One picture library for all stories."""

from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models

from upendo.catalogue import pictures


def original_path(picture: "Picture", filename: str) -> str:
    """Return where an original is kept: beside its renditions, under its content's hash."""
    return f"{picture.folder}/original.{filename.rsplit('.', 1)[-1]}"


class Picture(models.Model):
    """A photograph or drawing, kept without its metadata and rendered at the sizes pages use.

    Its address holds the hash of its content, so that a rendition may be cached for ever.
    """

    image = models.ImageField(
        "picture",
        upload_to=original_path,
        width_field="width",
        height_field="height",
        validators=[pictures.validate],
        help_text="JPEG, PNG, WebP or AVIF, at least 600 pixels wide; a phone's photo is fine.",
    )
    alt = models.CharField(
        "alternative text",
        max_length=250,
        help_text="What it shows, in one sentence, for people who cannot see it.",
    )
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    colour = models.CharField(max_length=7, editable=False, default="#d9cfb4")
    folder = models.CharField(max_length=80, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-updated_at"]

    def __str__(self) -> str:
        return self.alt

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new image is cleaned of metadata and rendered first.

        Raises PictureError when it is not a picture that can be shown.
        """
        if self.image and not self.image._committed:  # type: ignore[attr-defined]  # FieldFile has it
            self._take_in(pictures.read(self.image.file))
        super().save(*args, **kwargs)

    @property
    def sources(self) -> list[dict[str, str]]:
        """What <picture> chooses from: per format its MIME type and srcset."""
        return [
            {
                "type": f"image/{extension}",
                "srcset": ", ".join(
                    f"{self.rendition_url(width, extension)} {width}w"
                    for width in pictures.widths(self.width)
                ),
            }
            for extension in pictures.FORMATS
        ]

    @property
    def src(self) -> str:
        """The WebP for browsers that choose nothing, at most 960 pixels wide."""
        return self.rendition_url(min(self.width, 960), "webp")

    def rendition_url(self, width: int, extension: str) -> str:
        """Return the address of one rendition: ours, whatever the pictures are stored on."""
        return f"{settings.MEDIA_URL}{self.folder}/{width}.{extension}"

    def _take_in(self, image: pictures.CleanImage) -> None:
        self.folder = f"pictures/{image.digest}"
        self.colour = image.colour
        for name, content in image.renditions():
            path = f"{self.folder}/{name}"
            if not default_storage.exists(path):
                default_storage.save(path, ContentFile(content))
        self.image = ContentFile(image.original, name=f"original.{image.extension}")
