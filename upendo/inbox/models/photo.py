"""The photo that a reader may add to a letter."""

import uuid

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.inbox.models.letter import Letter


class PhotoManager(models.Manager["Photo"]):
    """Leaves the pixels where they lie until somebody looks at them."""

    def get_queryset(self) -> models.QuerySet["Photo"]:
        return super().get_queryset().defer("content")


class Photo(models.Model):
    """A reader's photo in one size, without metadata. It lies beside the letter, and goes with it.

    Nobody but the team sees it before they say so: here for the reader's own page, which a public
    letter with it (`Exchange.photo_alt`) takes for granted.
    """

    letter = models.OneToOneField(Letter, on_delete=models.CASCADE, related_name="photo")
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)  # of its public address
    content = models.BinaryField()  # WebP
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    shown = models.BooleanField(
        _("shown on the reader's page"),
        default=False,
        db_default=False,
        help_text=_("Look at it first. Until then only the team sees it."),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PhotoManager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("reader's photo")
        verbose_name_plural = _("reader's photos")

    def __str__(self) -> str:
        return gettext("Photo %(pk)s") % {"pk": self.pk}
