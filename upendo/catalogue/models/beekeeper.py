"""Who harvested the honey."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from upendo.catalogue import languages
from upendo.catalogue.models.content import Content
from upendo.catalogue.models.picture import Picture
from upendo.catalogue.models.recording import Recording


class Beekeeper(Content):
    """A beekeeper and the letter they wrote to the readers."""

    reader_texts = (
        "name",
        "village",
        "bio",
        "notice",
        "letter_text",
        "letter_translation",
        "letter_translator",
    )
    path_to_jars = "jars"
    other_paths_to_jars = ("harvests__batch__jars",)

    name = models.CharField(
        max_length=80,
        unique=True,
        help_text=_("First name and family name, as they like them written."),
    )
    village = models.CharField(
        max_length=120, help_text=_("Where they live: Inyonga, for example.")
    )
    since = models.PositiveSmallIntegerField(
        _("beekeeper since"),
        null=True,
        blank=True,
        help_text=_("The year they began, such as 2009. Leave it empty if nobody knows."),
    )
    bio = models.TextField(
        _("life"),
        help_text=_(
            "Who they are and how they came to keep bees. A blank line starts a paragraph."
        ),
    )
    notice = models.CharField(
        _("small print"),
        max_length=250,
        blank=True,
        help_text=_("Shown small under their story, if there is something to add."),
    )
    portrait = models.ForeignKey(
        Picture,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("A face, looking at us."),
    )
    letter_photo = models.ForeignKey(
        Picture,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("photo of the handwritten letter"),
        help_text=_("Lay it flat in daylight and hold the phone straight above it."),
    )
    letter_language = models.CharField(
        _("language of the letter"),
        max_length=10,
        choices=languages.choices,
        default="sw",
        help_text=_("Screen readers speak it accordingly."),
    )
    letter_text = models.TextField(
        _("letter, word for word"),
        blank=True,
        help_text=_("As it was written, mistakes and all; for those who cannot read the photo."),
    )
    letter_translation = models.TextField(
        _("translation"),
        blank=True,
        help_text=_("Into English. Without it, readers do not understand the letter."),
    )
    letter_translator = models.CharField(
        _("translated by"), max_length=80, blank=True, help_text=_("Readers see this name.")
    )

    letter_recording = models.ForeignKey(
        Recording,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="voices",
        verbose_name=_("the letter, read aloud"),
        help_text=_(
            "By the beekeeper, on a phone, in a quiet place. It is heard once they agree to show "
            "their letter and their voice."
        ),
    )

    class Meta:
        ordering = ["name"]
        permissions = [("translate_beekeeper", "Can translate a beekeeper's letter")]
        constraints = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(since__range=(1900, 2100)),
                name="beekeeper_since_is_a_year",
                violation_error_message=_("The year somebody began has four digits, like 2009."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def language_of(self, field: str) -> str:
        return self.letter_language if field == "letter_text" else super().language_of(field)

    def agrees_to(self, subject: str) -> bool:
        """Return whether this may be shown now; prefetched consents are used."""
        return any(
            consent.subject == subject and consent.withdrawn_on is None
            for consent in self.consents.all()
        )
