"""Public letters: a reader's letter and its answer, shortened."""

import hashlib
from typing import Self

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models.reader_facing import ReaderFacing
from upendo.inbox.models.letter import Letter


class ExchangeQuerySet(models.QuerySet["Exchange"]):
    def agreed(self) -> Self:
        """Those that both reader and beekeeper have agreed to."""
        return self.filter(reader_agreed_at__isnull=False, beekeeper_agreed_on__isnull=False)


class Exchange(ReaderFacing):
    """A letter and its answer, shortened; public once both sides have agreed to these very words.

    The reader agrees on the private page and can withdraw there at any time.
    """

    reader_texts = ("question", "answer", "signed", "photo_alt")

    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="exchange")
    question = models.CharField(
        _("what the reader wrote"),
        max_length=300,
        help_text=_("Shortened, and without their name."),
    )
    answer = models.CharField(_("what the beekeeper answered"), max_length=500)
    signed = models.CharField(
        max_length=60, help_text=_("What the reader is called in public, like: Ann, Graz.")
    )
    photo_alt = models.CharField(
        _("what the reader's photo shows"),
        max_length=250,
        blank=True,
        default="",
        db_default="",
        help_text=_(
            "In one sentence, for people who cannot see it. With it, a photo that is shown on the "
            "reader's page is part of the public letter; without it, it is not."
        ),
    )
    beekeeper_agreed_on = models.DateField(
        null=True, blank=True, help_text=_("When the beekeeper agreed to these words.")
    )
    reader_agreed_at = models.DateTimeField(_("reader agreed"), null=True, editable=False)

    objects = ExchangeQuerySet.as_manager()

    class Meta:
        ordering = ["-reader_agreed_at"]
        verbose_name = _("public letter")

    def __str__(self) -> str:
        return gettext("Public letter %(pk)s") % {"pk": self.pk}

    @property
    def digest(self) -> str:
        """A hash of the words, to check that the reader agrees to the words that they saw."""
        photo = [self.photo_alt] if self.photo_alt else []
        words = "\n".join([self.question, self.answer, self.signed, *photo])
        return hashlib.sha256(words.encode()).hexdigest()
