"""A reader's letter to a beekeeper, and how far the answer is."""

import secrets
from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from upendo.catalogue.models import Beekeeper, Jar
from upendo.catalogue.models.shown import ShownBeekeeper, shown

WAITING_TOO_LONG = timedelta(days=14)
DAYS_A_MONTH = 30.44


def new_token() -> str:
    """Return 192 random bits for a private page's address: nobody can guess one."""
    return secrets.token_urlsafe(24)


class LetterQuerySet(models.QuerySet["Letter"]):
    def open(self) -> Self:
        """Letters that somebody in the team still has to do something about."""
        return self.filter(status__in=Letter.OPEN)

    def waiting_too_long(self) -> Self:
        """Open letters on which nothing was received or sent for two weeks."""
        return self.open().filter(active_at__lt=timezone.now() - WAITING_TOO_LONG)

    def kept_long_enough(self) -> Self:
        """Letters on which nothing was received or sent for LETTERS_KEPT_MONTHS."""
        kept = timedelta(days=DAYS_A_MONTH * settings.LETTERS_KEPT_MONTHS)
        return self.filter(active_at__lt=timezone.now() - kept)


class Letter(models.Model):
    """One correspondence. Only this table holds the reader's name and address."""

    class Status(models.TextChoices):
        NEW = "new", _("New")
        TRANSLATING = "translating", _("Being translated")
        WITH_BEEKEEPER = "with_beekeeper", _("With the beekeeper")
        ANSWERED = "answered", _("Answered")
        CLOSED = "closed", _("Closed")
        SPAM = "spam", _("Probably spam")

    OPEN = (Status.NEW, Status.TRANSLATING, Status.WITH_BEEKEEPER)

    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    jar = models.ForeignKey(Jar, on_delete=models.PROTECT, related_name="letters")
    beekeeper = models.ForeignKey(Beekeeper, on_delete=models.PROTECT, related_name="letters")
    reader_name = models.CharField(_("reader's name"), max_length=80)
    email = models.EmailField(_("reader's email address"), blank=True)
    consent_version = models.CharField(max_length=20, editable=False)
    consent_text = models.TextField(_("what the reader agreed to"), editable=False)
    status = models.CharField(max_length=20, choices=Status, default=Status.NEW)
    spam_reasons = models.CharField(_("why it may be spam"), max_length=250, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="letters",
        verbose_name=_("who looks after it"),
    )
    notes = models.TextField(blank=True, help_text=_("For the team alone; never sent."))
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    active_at = models.DateTimeField(_("last activity"), default=timezone.now, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-active_at"]
        indexes = [models.Index(fields=["status", "active_at"])]
        constraints = [
            models.CheckConstraint(condition=~Q(reader_name=""), name="letter_has_a_name"),
            models.CheckConstraint(condition=~Q(consent_version=""), name="letter_has_consent"),
        ]

    def __str__(self) -> str:
        # No name: this text stays in the desk's history after the letter was erased.
        return gettext("Letter %(pk)s") % {"pk": self.pk}

    def get_absolute_url(self) -> str:
        """Return the reader's private page."""
        return reverse("letter", args=[self.token])

    @property
    def shown_beekeeper(self) -> ShownBeekeeper:
        """The beekeeper as the reader may see them."""
        return shown(self.beekeeper, self.jar.batch.forest)

    @property
    def days_waiting(self) -> int:
        """Whole days since something was last received or sent."""
        return (timezone.now() - self.active_at).days
