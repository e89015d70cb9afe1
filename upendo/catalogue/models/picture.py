"""One picture library for all stories."""

from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models.content import Content
from upendo.catalogue.models.fields import percent_field
from upendo.catalogue.pictures import renditions

WIDE = 3 / 2  # width by height of what pages show of a panorama; see ui/cut.ts


def original_path(picture: "Picture", filename: str) -> str:
    """Return where an original is kept: beside its renditions, under its content's hash."""
    return f"{picture.folder}/original.{filename.rsplit('.', 1)[-1]}"


class Picture(Content):
    """A photograph or drawing, kept without its metadata and rendered at the sizes pages use.

    Its address holds the hash of its content, so that a rendition may be cached for ever.
    """

    reader_texts = ("alt", "credit")

    image = models.ImageField(
        _("picture"),
        upload_to=original_path,
        validators=[renditions.validate],
        help_text=_("JPEG, PNG, WebP or AVIF, at least 600 pixels wide; a phone's photo is fine."),
    )
    alt = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_(
            "What it shows, in one sentence, for people who cannot see it. No code that "
            "uses the picture goes live without it."
        ),
    )
    purpose = models.CharField(
        _("what it is for"),
        max_length=120,
        blank=True,
        default="",
        db_default="",
        help_text=_("Its name in the library, such as Portrait of Neema. Readers do not see it."),
    )
    is_photo = models.BooleanField(
        _("a photograph"),
        default=True,
        db_default=True,
        help_text=_("Not a drawing, a logo or a scan, which nobody took."),
    )
    credit = models.CharField(
        _("by whom"),
        max_length=120,
        blank=True,
        default="",
        db_default="",
        help_text=_("Who took or made it. Readers see the name, small, below the picture."),
    )
    taken_on = models.DateField(
        _("taken on"),
        null=True,
        blank=True,
        help_text=_("Readers see its month and year beside the name; any day of it will do."),
    )
    focus_x = percent_field(_("focus, from the left"))
    focus_y = percent_field(_("focus, from the top"))
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    colour = models.CharField(max_length=7, editable=False, default="#d9cfb4")
    folder = models.CharField(max_length=80, editable=False)
    source = models.CharField(
        max_length=64,
        blank=True,
        default="",
        db_default="",
        editable=False,
        help_text=_("SHA-256 of the file that it was made of."),
    )

    class Meta:
        ordering = ["-updated_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["source"], condition=~Q(source=""), name="picture_once_per_file"
            ),
            models.CheckConstraint(
                condition=Q(focus_x__range=(0, 100), focus_y__range=(0, 100)),
                name="picture_focus_is_in_the_picture",
                violation_error_message=_("The focus lies in the picture, from 0 to 100 %."),
            ),
        ]

    def __str__(self) -> str:
        return (
            self.purpose
            or self.alt
            or (gettext("Picture %(pk)s, not described yet") % {"pk": self.pk})
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new image is cleaned of metadata, rendered and stored first.

        Raises ValidationError when it is not a picture that can be shown, OSError when it cannot
        be stored.
        """
        self.store()
        super().save(*args, **kwargs)

    def store(self) -> None:
        """Store a new image and its renditions; raises what save() raises."""
        if self.image.name and not self.image.name.startswith(f"{self.folder}/"):
            self._take_in(renditions.read(self.image.file))

    @property
    def has_alt(self) -> bool:
        """Whether it is described for people who cannot see it."""
        return bool(self.alt.strip())

    @property
    def object_position(self) -> str:
        """What CSS keeps in sight where the picture is cut to fill its place."""
        return f"{self.focus_x}% {self.focus_y}%"

    @property
    def sources(self) -> list[dict[str, str]]:
        """What <picture> chooses from: per format its MIME type and srcset."""
        return [
            {
                "type": f"image/{extension}",
                "srcset": ", ".join(
                    f"{self.rendition_url(width, extension)} {width}w"
                    for width in renditions.widths(self.width)
                ),
            }
            for extension in renditions.FORMATS
        ]

    @property
    def src(self) -> str:
        """The WebP for browsers that choose nothing: as wide as a phone, when cut to its shape."""
        wanted = renditions.SHARP_WIDTH * max(1, self.width / self.height / WIDE)
        there = renditions.widths(self.width)
        return self.rendition_url(next((w for w in there if w >= wanted), there[-1]), "webp")

    def rendition_url(self, width: int, extension: str) -> str:
        """Return the address of one rendition: ours, whatever the pictures are stored on."""
        return f"{settings.MEDIA_URL}{self.folder}/{width}.{extension}"

    def _take_in(self, image: renditions.CleanImage) -> None:
        """Write every rendition, also over one that is there: that heals what was damaged."""
        if self.folder:
            self.source = ""  # it was of the picture before
        self.folder = f"pictures/{image.digest}"
        self.colour = image.colour
        for name, content in image.renditions.items():
            default_storage.save(f"{self.folder}/{name}", ContentFile(content))
        self.image.save(f"original.{image.extension}", ContentFile(image.original), save=False)
        self.width, self.height = image.size
